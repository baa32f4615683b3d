using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>The same thing before: how it was resolved comes first.</summary>
public static class SimilarCard
{
    public static Card For(Incident incident, IReadOnlyList<IncidentRow> rows) => new(
        rows.Count == 0 ? (ChatText)$"Nothing like it was there before" : $"The same thing before")
    {
        Header = incident.Heading(),
        Lines = [.. rows.OrderBy(row => string.IsNullOrEmpty(row.HowToResolve)).SelectMany(Lines)],
        Buttons = [.. rows.Take(5).Select(row => new Button($"{row.Reference}", $"show {row.Reference}"))],
        Hint = rows.Count > 0 && incident.IsOpen ? (ChatText)$"Is it the very same? {new ChatText.Code($"merge {incident.Reference} into {rows[0].Reference}")}" : null,
    };

    static IEnumerable<ChatText> Lines(IncidentRow row)
    {
        yield return $"{row.Heading()}: {IncidentWords.Brief(row.Title, 100)} ({row.DeclaredAt})";
        if (row.HowToResolve is { Length: > 0 } howTo)
            yield return $"  How it was resolved: {IncidentWords.Brief(howTo, 500)}";
    }
}
