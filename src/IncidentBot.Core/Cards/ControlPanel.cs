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
            Buttons = [.. All(incident).DistinctBy(button => button.Command)],
            Hint = next.Words,
        };
    }

    static IEnumerable<Button> All(Incident incident)
    {
        var name = incident.Reference;
        yield return new("Resolve", $"resolve {name}");
    }
}
