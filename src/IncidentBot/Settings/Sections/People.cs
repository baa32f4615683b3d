using System.Net.Mail;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The sections <c>people</c> and <c>groups</c>.</summary>
internal static class People
{
    static readonly Dictionary<string, int> Platforms = new() { ["room"] = 0, ["slack"] = 0, ["teams"] = 0 };

    /// <summary>What a command understands as something else than a person of that name.</summary>
    static readonly string[] Taken = ["bot", "me", "none", "nobody", "everybody"];

    public static IReadOnlyList<Member> Read(Spot section)
    {
        var owners = new Dictionary<Account, string>();
        return section.Each((key, spot) =>
        {
            var fields = spot.FieldsOr("name");
            if (Taken.Contains(key.ToLowerInvariant()))
                spot.Wrong("can't be a person's key, it means something in commands; "
                    + $"choose another than {string.Join(", ", Taken)}.");
            var member = new Member(
                new(key, fields["name"]?.Text() ?? key),
                Accounts(key, fields["accounts"]),
                fields["mail"] is { } mail ? Mail(mail) : null,
                fields["zone"] is { } zone ? Zone(zone)?.Id : null);
            foreach (var account in member.Accounts)
                if (!owners.TryAdd(account, key))
                    (fields["accounts"] ?? spot).Wrong(
                        $"names {account}, and so does {owners[account]}; an account belongs to one person.");
            fields.Done();
            return member;
        });
    }

    public static IReadOnlyList<Group> Groups(Spot section, Known known) => section.Each((key, spot) =>
    {
        if (spot.Node is Node.Sequence)
            return new Group(key, key, Several(spot));
        var fields = spot.Fields();
        var people = fields["people"];
        if (people is null)
            spot.Wrong("has nobody in it; list its “people”.");
        var group = new Group(key, fields["name"]?.Text() ?? key, people is null ? [] : Several(people));
        fields.Done();
        return group;

        IReadOnlyList<string> Several(Spot list)
        {
            if (list.Node is Node.Sequence { Items.Count: 0 })
                list.Wrong("has nobody in it; name at least one person.");
            return list.References(known.People);
        }
    });

    /// <summary>Everybody has an account in the room on the web: their key, unless the file says another.</summary>
    static List<Account> Accounts(string key, Spot? section)
    {
        var accounts = new List<Account>();
        foreach (var (platform, spot) in section?.Fields().Named() ?? [])
        {
            if (!Platforms.ContainsKey(platform))
                spot.Wrong("is not a platform the bot knows"
                    + Nearest.Hint(platform, Platforms.Keys, $"there are {string.Join(", ", Platforms.Keys)}"));
            else if (!spot.Node.IsNothing)
                accounts.AddRange(spot.Texts().Select(id => new Account(platform, id)));
        }
        return accounts.Any(account => account.Platform == "room") ? accounts : [new("room", key), .. accounts];
    }

    static string? Mail(Spot spot)
    {
        if (spot.Text() is not { } written)
            return null;
        if (MailAddress.TryCreate(written, out var address) && address.Address == written)
            return written;
        spot.Wrong($"must be a mail address such as ada@shop.example, not “{Spot.Short(written)}”.");
        return null;
    }

    internal static TimeZoneInfo? Zone(Spot spot)
    {
        if (spot.Text() is not { } written)
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(written, out var zone) && zone.HasIanaId)
            return zone;
        var known = TimeZoneInfo.GetSystemTimeZones().Select(one => one.Id);
        spot.Wrong($"must be the name of a time zone such as Europe/Berlin or UTC, not “{Spot.Short(written)}”"
            + Nearest.Hint(written, known, "the list is at https://www.iana.org/time-zones"));
        return null;
    }
}
