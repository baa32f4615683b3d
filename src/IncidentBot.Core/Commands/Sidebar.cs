using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What a surface with space for it shows beside the talk: an incident's card and timeline, and what is open.</summary>
public sealed class Sidebar(IIncidents incidents, ICurrentOrganisation organisation)
{
    const int MostRooms = 200;

    /// <summary>The incident whose own room this is; null when it is nobody's, or not theirs to see.</summary>
    public async Task<Aside?> Of(Room room, Person viewer, DateTimeOffset now, CancellationToken ct) =>
        await Draw(await incidents.In(room, ct), viewer, now, ct);

    /// <summary>The incident that is called so: "INC-12".</summary>
    public async Task<Aside?> Of(string reference, Person viewer, DateTimeOffset now, CancellationToken ct) =>
        Reference.TryParse(reference, organisation.Now.Prefix, out var named)
            ? await Draw(await incidents.Find(named.Value, ct), viewer, now, ct)
            : null;

    /// <summary>The open incidents by the key of their room's <see cref="RoomPlan"/>.</summary>
    public async Task<IReadOnlyDictionary<string, Standing>> Open(Person viewer, CancellationToken ct) =>
        (await incidents.List(new(viewer) { Open = true, Limit = MostRooms }, ct)).Items.ToDictionary(
            row => $"{row.Id}",
            row => new Standing(
                row.Reference.ToString(), row.Title, row.Severity?.Name ?? "not rated", row.Acknowledged ? Accent.Warning : Accent.Bad,
                $"{row.Status.Words()}, {(row.Acknowledged ? "somebody is on it" : "nobody is on it yet")}"));

    async Task<Aside?> Draw(Incident? incident, Person viewer, DateTimeOffset now, CancellationToken ct)
    {
        var org = organisation.Now;
        if (incident?.VisibleTo(viewer, org) != true)
            return null;
        var history = await incidents.History(incident.Id, ct);
        return new(
            incident.Reference.ToString(), IncidentCard.For(incident, org, now), incident.Rooms,
            [
                .. history.Select(one => one.Fact)
                    .Where(fact => !incident.Hides(fact))
                    .OrderBy(fact => fact.At)
                    .Select(fact => new TimelineLine(fact.At, incident.Tell(fact), fact.From.Surface)),
            ]);
    }
}

/// <param name="Rooms">Its own rooms, one on each platform at most.</param>
/// <param name="Timeline">In the order it happened.</param>
public sealed record Aside(
    string Reference, Card Card, IReadOnlyList<Room> Rooms, IReadOnlyList<TimelineLine> Timeline);

/// <param name="Surface">Where it was done: "room", "slack", "timer", …</param>
public sealed record TimelineLine(DateTimeOffset At, ChatText Text, string Surface);

/// <summary>How an incident stands, in a word and a colour.</summary>
/// <param name="Label">Its severity: "SEV1".</param>
public sealed record Standing(string Reference, string Title, string Label, Accent Accent, string Words);
