using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>A briefing for somebody who decides but doesn't know the system: no jargon, no names of machines.</summary>
public static class ExecutiveCard
{
    public static Card For(Incident incident, Organisation org, DateTimeOffset now) => new($"{incident.Title}")
    {
        Header = incident.Heading(),
        Accent = incident.Colour(),
        Fields =
        [
            new("Where it stands", CatchUpCard.What(incident, now)),
            new("How bad it is", CatchUpCard.Impact(incident, org)),
            .. incident.Assessment is not { } answers ? [] : new Field[]
            {
                new("Who and what is hit", $"users: {Words(answers.Users)}, revenue: {Words(answers.Revenue)}, data: {Words(answers.Data)}"),
            },
            new("Who decides", $"{incident.Lead}"),
            new("Next news", incident.NextUpdate(org) is { } next ? $"{next}" : (ChatText)$"when something changes"),
        ],
        Lines =
        [
            .. incident.Summary == "" ? [] : new ChatText[] { $"{IncidentWords.Brief(incident.Summary, 1000)}" },
            .. incident.LastUpdate is not { } last ? [] : new ChatText[] { $"{IncidentWords.Brief(last.Text, 1000)}" },
            $"{incident.Link(org)}",
        ],
        Buttons = [new("Tell me of updates", $"subscribe {incident.Reference}")],
        Hint = incident.Lead is { } lead ? (ChatText)$"Questions go to {lead}, not to those who fix it." : null,
    };

    static string Words(Extent extent) => extent.ToString().ToLowerInvariant();
}
