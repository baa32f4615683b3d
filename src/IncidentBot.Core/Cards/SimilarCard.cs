using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>The same thing before, how it was resolved first; what changed in the hour before; what may break next.</summary>
public static class SimilarCard
{
    const int MostAround = 4;

    /// <param name="before">What happened around the same services shortly before it began.</param>
    public static Card For(Incident incident, IReadOnlyList<IncidentRow> rows, Vicinity before, Organisation org) => new(
        rows.Count == 0 ? (ChatText)$"Nothing like it was there before" : $"The same thing before")
    {
        Header = incident.Heading(),
        Lines =
        [
            .. rows.OrderBy(row => string.IsNullOrEmpty(row.HowToResolve)).SelectMany(Lines),
            .. Around(before, org),
            .. BlastCard.Downstream(incident, org) is { } hit ? new ChatText[] { $"What depends on it: {hit}" } : [],
        ],
        Buttons =
        [
            .. rows.Take(5).Select(row => new Button($"{row.Reference}", $"show {row.Reference}")),
            .. incident.Services.Count == 0 ? [] : new Button[] { new("Blast radius", $"blast {incident.Reference}"), new("Runbook", $"runbook {incident.Reference}") },
        ],
        Hint = rows.Count > 0 && incident.IsOpen ? (ChatText)$"Is it the very same? {new ChatText.Code($"merge {incident.Reference} into {rows[0].Reference}")}" : null,
    };

    /// <summary>The same, unasked, for those who come into its room.</summary>
    /// <returns>Null: nothing is known that would help.</returns>
    public static Card? FirstLook(Incident incident, IReadOnlyList<IncidentRow> rows, Vicinity before, Organisation org)
    {
        var card = For(incident, rows, before, org);
        return card.Lines.Count == 0 ? null
            : rows.Count > 0 ? card
            : card with { Title = before.Changes.Count + before.Incidents.Count == 0 ? (ChatText)$"What may break next" : $"What may have to do with it" };
    }

    static IEnumerable<ChatText> Lines(IncidentRow row)
    {
        yield return $"{row.Heading()}: {IncidentWords.Brief(row.Title, 100)} ({row.DeclaredAt})";
        if (row.HowToResolve is { Length: > 0 } howTo)
            yield return $"  How it was resolved: {IncidentWords.Brief(howTo, 500)}";
    }

    static IEnumerable<ChatText> Around(Vicinity before, Organisation org)
    {
        if (before.Changes.Count + before.Incidents.Count == 0)
            yield break;
        yield return $"In the hour before, here or in what it depends on:";
        foreach (var change in before.Changes.Take(MostAround))
        {
            var what = (ChatText)$"  {change.At} {org.FindService(change.Service)?.Name ?? change.Service}: {IncidentWords.Brief(change.What, 150)}";
            yield return change.Link is { } link ? (ChatText)$"{what} ({new ChatText.Link("look", link)})" : what;
        }
        foreach (var row in before.Incidents.Take(MostAround))
            yield return $"  {row.DeclaredAt} {row.Heading()}: {IncidentWords.Brief(row.Title, 100)}";
    }
}
