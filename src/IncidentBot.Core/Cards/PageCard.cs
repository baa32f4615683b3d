using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>Calls one person by direct message: what is broken, why they are called, and what they can do about it.</summary>
public static class PageCard
{
    /// <param name="why">The reason written down when they were called, e.g. "nobody acknowledged".</param>
    public static Card For(Incident incident, string why, Organisation org, DateTimeOffset now) => new($"{incident.Title}")
    {
        Header = incident.Heading(),
        Accent = incident.Colour(),
        Fields =
        [
            new("You are called because", $"{(why == "" ? "somebody asked for you" : why)}"),
            new("Severity and priority", $"{incident.Rating()}"),
            .. incident.Services.Count == 0 ? [] : new Field[] { new("Services", $"{incident.ServiceNames(org)}") },
            .. incident.Times.StartedAt is not { } started ? [] : new Field[]
            {
                new("Started", $"{started}, {(now - started).Words()} ago"),
            },
            new("Lead", $"{incident.Lead}"),
            .. incident.Rooms.Count == 0 ? [] : new Field[] { new("Room", $"{incident.Rooms[0]}") },
        ],
        Lines =
        [
            .. incident.Summary == "" ? [] : new ChatText[] { $"{IncidentWords.Brief(incident.Summary, 500)}" },
            .. incident.Before?.HowToResolve is not { Length: > 0 } howTo ? [] : new ChatText[]
            {
                $"How it was resolved last time: {IncidentWords.Brief(howTo, 500)}",
            },
            .. incident.Acknowledgement is not { } held ? [] : new ChatText[] { $"{held.By} is on it since {held.Since}." },
            $"{incident.Link(org)}",
        ],
        Buttons = [.. Buttons(incident)],
        Hint = !incident.IsOpen ? (ChatText)$"It is {incident.Status.Words()}; nothing is asked of you any more."
            : incident.Acknowledgement is null ? (ChatText)$"Acknowledge if you take it. If you can't, say so: the next person is called at once."
            : $"Somebody is on it. Join if you can help.",
    };

    static IEnumerable<Button> Buttons(Incident incident)
    {
        var name = incident.Reference;
        if (incident.IsOpen && incident.Acknowledgement is null)
        {
            yield return new("Acknowledge", $"ack {name}", ButtonStyle.Primary);
            yield return new("Escalate", $"escalate {name}");
            yield return new("I can't", $"escalate {name} whoever was called can't take it");
        }
        else if (incident.IsOpen)
        {
            yield return new("Join", $"join {name}", ButtonStyle.Primary);
        }
        yield return new("Show", $"show {name}");
    }
}
