using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>The closure gate: what is done, and what is missing as buttons.</summary>
public static class ClosureCard
{
    public static Card For(Incident incident, Organisation org)
    {
        var items = incident.ClosureGate(org);
        var missing = items.Where(item => !item.Done).ToArray();
        return new(missing.Length == 0 ? (ChatText)$"{Name(incident)} can be closed" : $"{Name(incident)} can't be closed yet")
        {
            Header = incident.Heading(),
            Accent = missing.Length == 0 ? Accent.Good : Accent.Warning,
            Lines =
            [
                .. items.Select(item => (ChatText)$"{(item.Done ? "✓" : "○")} {item.Label}"),
                .. LeftOpen(incident) is { } left ? [left] : Array.Empty<ChatText>(),
            ],
            Buttons =
            [
                .. missing.Select(item => new Button(Act(item), item.Command)),
                .. missing.Length == 0 ? new Button[] { new("Close", $"close {Name(incident)}", ButtonStyle.Primary) } : [],
                .. LeftOpen(incident) is not null ? new Button[] { new("Workstreams", $"workstream {Name(incident)}") } : [],
            ],
            Hint = missing.Length == 0 ? null : (ChatText)$"Do what is missing, then {new ChatText.Code($"close {Name(incident)}")}.",
        };
    }

    /// <summary>They keep nobody from closing it; what came of them may still be written down.</summary>
    static ChatText? LeftOpen(Incident incident) =>
        incident.Status == IncidentStatus.Resolved ? WorkstreamWords.LeftOpen(incident) : null;

    /// <summary>The label of the button that does it.</summary>
    public static string Act(ClosureItem item) => item.Command.Split(' ')[0] switch
    {
        "howto" => "Write how to resolve it",
        "confirm" => "Confirm the fix",
        "told" => "Stakeholders were told",
        "review" => "Schedule or waive the review",
        _ => $"Fill in {item.Label.Replace(" is filled in", "", StringComparison.Ordinal)}",
    };

    static string Name(Incident incident) => incident.Reference.ToString();
}
