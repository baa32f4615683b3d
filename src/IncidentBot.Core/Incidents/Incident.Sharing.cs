using System.Text.RegularExpressions;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>Of one message.</summary>
    const int MostShared = 10;

    /// <summary>Puts what was shared with a message on the record: files, and links to dashboards.</summary>
    public Decision Share(Talk talk, Organisation org, DateTimeOffset at) =>
        Shares(talk, org, at, late: false).ToArray() is { Length: > 0 } facts ? Accept(facts) : Unchange($"Nothing new was shared.");

    /// <summary>Whether there is something with it that belongs on a timeline.</summary>
    public static bool IsShared(Talk talk, Organisation org) => talk.Files.Count > 0 || Dashboards(talk.Words, org).Any();

    /// <summary>Whether some of that is not on the record yet.</summary>
    public bool Lacks(Talk talk, Organisation org) => IsShared(talk, org) && Shares(talk, org, default, late: true).Any();

    /// <summary>What names a file for good, also in an address.</summary>
    public static string FileOf(Room room, Attachment file) => $"{room.Platform}-{file.Id}";

    IEnumerable<IncidentEvent> Shares(Talk talk, Organisation org, DateTimeOffset at, bool late)
    {
        var (message, from) = (Quote.IdOf(talk.In, talk.Id), new Origin(talk.By, at, talk.In.Platform) { Late = late });
        // A message of the future was written by a clock that is ahead.
        var happened = late || talk.At < at ? talk.At : at;
        foreach (var file in talk.Files.Take(MostShared))
            if (!Shared.Contains($"{message} {FileOf(talk.In, file)}"))
                yield return new FileShared(
                    message, FileOf(talk.In, file), Clipped(file.Name, 200), file.IsPicture, file.Address ?? talk.Address, happened, from);
        foreach (var address in Dashboards(talk.Words, org).Distinct().Take(MostShared))
            if (!Shared.Contains($"{message} {address}"))
                yield return new LinkShared(message, address, talk.Address, happened, from);
    }

    static IEnumerable<Uri> Dashboards(string words, Organisation org) => Links().Matches(words)
        .Select(match => Uri.TryCreate(match.Value.TrimEnd('.', ',', ';', ':', '!', '?', '\'', '"'), UriKind.Absolute, out var address) ? address : null)
        .OfType<Uri>().Where(address => address.UserInfo == "" && address.AbsoluteUri.Length <= LongestAddress && org.Timeline.IsDashboard(address));

    [GeneratedRegex(@"https?://[^\s<>|()\[\]]+", RegexOptions.IgnoreCase)]
    private static partial Regex Links();
}
