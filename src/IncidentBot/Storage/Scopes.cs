using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>The names of the shorter lists, and who may look into which.</summary>
static class Scopes
{
    public static string Own(string person) => $"person:{person}";
    public static string Private(string person) => $"private:{person}";
    public static string Service(string key) => $"service:{key}";

    /// <summary>Every list that an incident stands in, besides the one of all.</summary>
    public static IEnumerable<string> Of(Incident incident)
    {
        var own = incident.Reporter is { } reporter ? incident.Members.Append(reporter) : incident.Members;
        return
        [
            .. own.Where(person => person != Person.Bot).Select(person => Own(person.Id)).Distinct(),
            .. incident.Private ? incident.Members.Select(person => Private(person.Id)) : [],
            .. incident.Services.Distinct().Select(Service),
        ];
    }

    /// <summary>A person's id and all their accounts: what was stored before the file knew them bears those.</summary>
    public static IReadOnlyList<string> IdsOf(Person person, Organisation org) =>
        [.. org.AccountsOf(person).Select(account => $"{account}").Prepend(person.Id).Distinct()];

    public static bool SeesAll(Person viewer, Organisation org) =>
        viewer == Person.Bot || org.Holds(viewer, Right.SeePrivate, []);

    /// <summary>SQL that is true for an incident "i" that stands in one of these lists.</summary>
    public static string Listed(string scopes) =>
        $"EXISTS (SELECT 1 FROM listed l WHERE l.scope IN ({scopes}) AND l.open = i.open AND l.standing = i.standing)";

    /// <summary>SQL that is true for an incident "i" that the viewer may see; its values are added.</summary>
    public static string Visible(Person viewer, Organisation org, DynamicParameters values)
    {
        if (SeesAll(viewer, org))
            return "1 = 1";
        var names = IdsOf(viewer, org).Select((id, at) =>
        {
            values.Add($"seen{at}", Private(id));
            return $"@seen{at}";
        });
        return $"(i.private = 0 OR {Listed(string.Join(", ", names))})";
    }
}
