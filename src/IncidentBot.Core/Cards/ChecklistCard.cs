using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>
/// What there is to do while it is open, ticked off by what has happened, and the closure gate after that; below it the
/// checklists that people tick off.
/// </summary>
public static class ChecklistCard
{
    const int MostButtons = 11;
    const int LeastButtons = 7;

    public static Card For(Incident incident, Organisation org)
    {
        var card = incident.IsOpen ? Progress(incident, org) : ClosureCard.For(incident, org);
        var laid = new ChecklistLayout(incident, incident.Checklists, ChecklistsCard.MostLines - card.Lines.Count);
        return card with
        {
            Lines = [.. card.Lines, .. laid.Lines(org)],
            Buttons = [.. card.Buttons, .. laid.Buttons(Math.Max(LeastButtons, MostButtons - card.Buttons.Count)), .. Add(incident, org)],
        };
    }

    static Card Progress(Incident incident, Organisation org) => new($"Checklist")
    {
        Header = incident.Heading(),
        Accent = incident.Colour(),
        Lines = [.. Points(incident).Select(point => (ChatText)$"{(point.Done ? "✓" : "○")} {point.Label}")],
        Buttons = [.. Points(incident).Where(point => !point.Done).Select(point => new Button(point.Act, point.Command))],
        Hint = NextStep.For(incident, org).Words,
    };

    static IEnumerable<Button> Add(Incident incident, Organisation org) =>
        incident.IsOpen && org.AllChecklists.Any(list => incident.Checklists.All(there => there.Key != list.Key))
            ? [new("Add a checklist", $"checklist {incident.Reference} add")]
            : [];

    sealed record Point(string Label, bool Done, string Act, string Command);

    static IEnumerable<Point> Points(Incident incident)
    {
        var name = incident.Reference;
        return
        [
            new("Somebody is on it", incident.Acknowledgement is not null, "Acknowledge", $"ack {name}"),
            new("Somebody leads", incident.Lead is not null, "Take the lead", $"lead {name}"),
            new("Severity is set", incident.Severity is not null, "Set the severity", $"severity {name}"),
            new("Services are named", incident.Services.Count > 0, "Add a service", $"service {name} add"),
            new("Stakeholders heard of it", incident.LastUpdate is not null, "Post update", $"update {name}"),
            new("The cause is known", incident.Cause != "", "Cause found", $"identified {name}"),
            new("The impact has stopped", incident.Times.MitigatedAt is not null, "Impact stopped", $"mitigated {name}"),
            new("It is resolved", false, "Resolve", $"resolve {name}"),
        ];
    }
}
