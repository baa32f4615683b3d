using System.Collections.Concurrent;
using System.Security.Cryptography;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentBot.Rooms;

/// <summary>Who somebody in a browser says they are, kept in a cookie that only this bot can write.</summary>
public sealed class Visitors(IDataProtectionProvider protection, ICurrentOrganisation organisation, IPeople people)
{
    const string Cookie = "incidentbot-who";
    const int LongestName = 60;

    static readonly string[] Reserved = ["bot", "incidentbot", "nobody", "none", "me"];

    readonly IDataProtector protector = protection.CreateProtector("IncidentBot.Rooms.Visitors");
    readonly ConcurrentDictionary<string, string> met = [];

    /// <summary>Null: they have not said yet, or the cookie is not ours.</summary>
    public Person? Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 2000 } cookie)
            return null;
        try
        {
            return protector.Unprotect(cookie).Split('\n', 2) is [var id, var name] ? PersonOf(id, name) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Everybody the organisation's file knows, to choose from.</summary>
    public IReadOnlyList<Person> Known => [.. organisation.Now.People.Select(member => member.Person)];

    /// <summary>Reads "Ada Lovelace", or the id of somebody in the organisation's file.</summary>
    /// <returns>What is wrong with it, or null when the cookie is set.</returns>
    public async Task<string?> Choose(string? id, string? name, HttpContext http)
    {
        var said = organisation.Now.FindMember(id ?? "")?.Person.Name ?? Cleaned(name);
        var account = organisation.Now.FindMember(id ?? "")?.Person.Id ?? RoomNames.Fit(said);
        if (said == "" || !said.Any(char.IsLetterOrDigit))
            return $"Type your name, at most {LongestName} characters.";
        if (Reserved.Contains(account))
            return "That name means somebody else here. Type yours.";
        await Remember(PersonOf(account, said), account, http.RequestAborted);
        http.Response.Cookies.Append(Cookie, protector.Protect($"{account}\n{said}"), new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(180),
            IsEssential = true,
        });
        return null;
    }

    /// <summary>A name that was chosen long ago may be news to a new database.</summary>
    public async Task Remember(Person person, CancellationToken ct)
    {
        if (person.Id.Split(':', 2) is [WebRoom.Platform, var account])
            await Remember(person, account, ct);
    }

    async Task Remember(Person person, string account, CancellationToken ct)
    {
        if (met.GetValueOrDefault(person.Id) == person.Name)
            return;
        await people.Meet(new(WebRoom.Platform, account), person.Name, ct);
        met[person.Id] = person.Name;
    }

    Person PersonOf(string account, string name) =>
        organisation.Now.FindMember(account)?.Person
        ?? organisation.Now.PersonOf(new(WebRoom.Platform, account), name);

    static string Cleaned(string? name)
    {
        var plain = Clean.OneLine(Clean.Text(name ?? ""));
        return plain.Length <= LongestName ? plain : "";
    }
}
