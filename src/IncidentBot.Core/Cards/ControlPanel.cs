using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>Everything that can be done with an incident, as buttons: what "More…" opens.</summary>
public static class ControlPanel
{
    public static Card For(Incident incident, Organisation org)
    {
        var next = NextStep.For(incident, org);
        return new($"{incident.Title}")
        {
            Header = incident.Heading(),
            Accent = incident.Colour(),
            Buttons =
            [
                .. new[] { next.Button }.OfType<Button>().Concat(All(incident)).DistinctBy(button => button.Command),
            ],
            Hint = next.Words,
        };
    }

    static IEnumerable<Button> All(Incident incident)
    {
        var name = incident.Reference;
        return
        [
            .. incident.IsOpen ? Open(incident) : [],
            .. incident.Status == IncidentStatus.Resolved ? new Button[] { new("Close", $"close {name}"), new("How to resolve", $"howto {name}") } : [],
            .. incident.Status is IncidentStatus.Resolved or IncidentStatus.Closed or IncidentStatus.Monitoring
                ? new Button[] { new("Reopen", $"reopen {name}") }
                : [],
            new("Add a note", $"note {name}"),
            .. incident.Status == IncidentStatus.Triage ? [] : new Button[] { new("Tasks", $"tasks {name}"), new("Hypotheses", $"hypothesis {name}") },
            // What is small enough to need no room has no lines of work side by side.
            .. incident.Rooms.Count > 0 || incident.Workstreams.Count > 0 ? new Button[] { new("Workstreams", $"workstream {name}") } : [],
            new("Five whys", $"pir {name} why"),
            new("Timeline", $"timeline {name}"),
            new("Catch up", $"catchup {name}"),
            new("Checklist", $"checklist {name}"),
            new("Who does what", $"responders {name}"),
            .. incident.IsOpen ? new Button[] { new("Join", $"join {name}") } : [],
            new("Similar", $"similar {name}"),
            .. incident.IsOver && !incident.Archived && incident.Rooms.Count > 0
                ? new Button[] { new("Archive the room", $"archive {name}", Confirm: "Archive the rooms of this incident?") }
                : [],
            .. incident.IsOpen ? new Button[] { new("Cancel the incident", $"cancel {name}", ButtonStyle.Danger) } : [],
        ];
    }

    static IEnumerable<Button> Open(Incident incident)
    {
        var name = incident.Reference;
        return
        [
            .. incident.Status == IncidentStatus.Triage
                ? new Button[] { new("Take it for an incident", $"accept {name}"), new("No incident", $"decline {name}") }
                : [],
            new("Resolve", $"resolve {name}"),
            new("Severity", $"severity {name}"),
            new("Assess the impact", $"impact {name}"),
            .. incident.Cause == "" ? new Button[] { new("Cause found", $"identified {name}") } : [],
            .. incident.Times.MitigatedAt is null ? new Button[] { new("Impact stopped", $"mitigated {name}") } : [],
            .. incident.Status == IncidentStatus.Monitoring ? [] : new Button[] { new("Monitoring", $"monitoring {name}") },
            new("Give a role", $"role {name}"),
            new("Hand off", $"handoff {name}"),
            new("Add a service", $"service {name} add"),
            new("Rename", $"title {name}"),
            .. incident.Rooms.Count == 0 && !incident.WantsRoom ? new Button[] { new("Open a room", $"channel {name}") } : [],
            new("Bridge", $"bridge {name}"),
            // What has lines of work of its own is hardly part of another; merge may still be typed.
            .. incident.Workstreams.Count > 0 ? [] : new Button[] { new("Merge", $"merge {name} into") },
        ];
    }
}
