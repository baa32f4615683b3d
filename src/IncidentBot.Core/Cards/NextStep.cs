using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What would help an incident most now: a sentence and the button that does it.</summary>
public sealed record NextStep(ChatText Words, Button? Button)
{
    public static NextStep For(Incident incident, Organisation org)
    {
        var name = incident.Reference;
        return incident switch
        {
            { IsOpen: true, Acknowledgement: null } =>
                new($"Next: somebody says that they are on it.", new("Acknowledge", $"ack {name}", ButtonStyle.Primary)),
            { IsOpen: true, Severity: null } =>
                new($"Next: say how bad it is.", new("Set the severity", $"severity {name}", ButtonStyle.Primary)),
            { IsOpen: true, Lead: null } =>
                new($"Next: somebody takes the lead.", new("Take the lead", $"lead {name}", ButtonStyle.Primary)),
            { IsOpen: true } when incident.NextUpdate(org) is { } next =>
                new($"Next: an update for those who wait, by {next}.", new("Post update", $"update {name}")),
            { IsOpen: true } => new($"Next: resolve it when it is fixed.", new("Resolve", $"resolve {name}")),
            { Status: IncidentStatus.Resolved } when incident.ClosureGate(org).FirstOrDefault(item => !item.Done) is { } item =>
                new($"It can't be closed yet: {item.Lack}.", new(ClosureCard.Act(item), item.Command, ButtonStyle.Primary)),
            { Status: IncidentStatus.Resolved } => new($"Next: close it.", new("Close", $"close {name}", ButtonStyle.Primary)),
            { Status: IncidentStatus.Merged } => new($"It goes on as {incident.MergedInto}.", new("Show", $"show {incident.MergedInto}")),
            _ => new($"Nothing is left to do.", null),
        };
    }
}
