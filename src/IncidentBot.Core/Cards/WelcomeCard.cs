using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>Tells somebody who joins, privately, what this is about and what they can do.</summary>
public static class WelcomeCard
{
    public static Card For(Incident incident, Organisation org, DateTimeOffset now) => new($"Welcome to {incident.Reference.ToString()}")
    {
        Header = incident.Heading(),
        Accent = incident.Colour(),
        Lines =
        [
            $"{incident.Title}",
            .. incident.Summary == "" ? [] : new ChatText[] { $"{IncidentWords.Brief(incident.Summary, 1000)}" },
            .. incident.LastUpdate is not { } last ? [] : new ChatText[]
            {
                $"Last update at {last.At}: {IncidentWords.Brief(last.Text, 500)}",
            },
            incident.Lead is { } lead ? $"{lead} leads." : (ChatText)$"Nobody leads yet.",
            .. incident.Times.StartedAt is { } started && incident.IsOpen
                ? new ChatText[] { $"It began {(now - started).Words()} ago." }
                : [],
            $"{incident.Link(org)}",
        ],
        Buttons =
        [
            new("Catch up", $"catchup {incident.Reference}", ButtonStyle.Primary),
            new("Join the response", $"join {incident.Reference}"),
            new("Tell me of updates", $"subscribe {incident.Reference}"),
        ],
        Hint = $"Only you see this.",
    };
}
