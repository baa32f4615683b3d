using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What the bot says when something is owed: why, with a button that does it and one that puts it off.</summary>
public static class ReminderCards
{
    /// <param name="kind">One of <see cref="TimerKind.Reminders"/>.</param>
    public static Card For(string kind, Incident incident, Organisation org, DateTimeOffset now)
    {
        var name = incident.Reference;
        return kind switch
        {
            TimerKind.NoLead => Card(incident, $"Nobody leads {name.ToString()} yet", "30m", kind,
                $"One person decides, the others fix. Take the lead, or give it to somebody: {new ChatText.Code($"lead {name} @name")}.",
                [new("Take the lead", $"lead {name}", ButtonStyle.Primary)]),
            TimerKind.NoSeverity => Card(incident, $"{name.ToString()} has no severity yet", "30m", kind,
                $"Without one nobody knows how soon to act. Not sure? Take the worse one.",
                [.. org.Severities.Take(4).Select((level, at) => new Button(
                    level.Severity.Name, $"severity {name} {level.Severity.Name}", at == 0 ? ButtonStyle.Primary : ButtonStyle.Plain))]),
            TimerKind.UpdateDue => Card(incident, $"An update on {name.ToString()} is due", "15m", kind,
                incident.LastUpdate is { } last
                    ? $"The last one was at {last.At}. Even “no news, we are still on it” helps those who wait."
                    : (ChatText)$"Nobody was told anything yet. Say what is known, who is hit and when you say more.",
                [new("Post update", $"update {name}", ButtonStyle.Primary)]),
            TimerKind.AcknowledgementExpiring => Card(incident, $"Still on it?", null, kind, StillOnIt(incident, org),
                new("Confirm", $"still {name}", ButtonStyle.Primary), new("I can't go on", $"unack {name} can't go on")),
            TimerKind.Monitoring => Card(incident, $"Does the fix of {name.ToString()} hold?", "30m", kind,
                $"It has been watched for {(now - (incident.MonitoringSince ?? now)).Words()}. Resolve it when all is well; if it is back, say so.",
                new("Resolve", $"resolve {name}", ButtonStyle.Primary), new("It is back", $"reopen {name}")),
            TimerKind.Stale => Card(incident, $"Nothing has happened in {name.ToString()} for {(now - incident.LastActivity).Words()}", "1d", kind,
                $"Is it still going on? Say where it stands, or resolve it.",
                new("Resolve", $"resolve {name}", ButtonStyle.Primary), new("Post update", $"update {name}"),
                new("Cancel", $"cancel {name}")),
            TimerKind.ReviewOverdue => Card(incident, $"The review of {name.ToString()} is overdue", "1d", kind,
                $"It was due by {incident.Review?.Due}. Read it, fill in what only people know, and publish it; or give it to somebody else.",
                new("Show the review", $"pir {name} show", ButtonStyle.Primary), new("Edit", $"pir {name} edit"),
                new("Publish", $"pir {name} publish"), new("Give it away", $"pir {name} owner")),
            _ => Card(incident, $"{TimerKind.Words(kind)}", null, kind, $"Have a look at {name.ToString()}.", new Button("Show", $"show {name}")),
        };
    }

    static Card Card(Incident incident, ChatText title, string? snooze, string kind, ChatText why, params IReadOnlyList<Button> acts) =>
        new(title)
        {
            Header = incident.Heading(),
            Accent = Accent.Warning,
            Lines = [$"{incident.Title}", why],
            Buttons =
            [
                .. acts,
                .. snooze is null ? [] : new Button[]
                {
                    new($"Not for {snooze}", $"remind {incident.Reference} snooze {kind} {snooze}"),
                },
            ],
        };

    /// <summary>Read in rooms as well, where "you" would be everybody.</summary>
    static ChatText StillOnIt(Incident incident, Organisation org)
    {
        var held = incident.Acknowledgement;
        var until = held?.Confirmed + org.LevelOf(incident.Severity)?.AcknowledgementLasts;
        var by = until is { } at ? (ChatText)$" by {at}" : ChatText.Empty;
        return $"{held?.By} acknowledged {incident.Reference.ToString()}. Unless that is confirmed{by}, the next person is called.";
    }
}
