using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Web.Api;

/// <summary>How incidents and what belongs to them look in the API.</summary>
static class Showing
{
    static readonly FrozenDictionary<Type, string> Kinds = typeof(IncidentEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(one => one.DerivedType, one => (string)one.TypeDiscriminator!);

    public static IncidentBody Body(this Incident incident, Organisation org) => new(
        $"{incident.Reference}", incident.Title, incident.Status.Words(),
        incident.Severity?.Name, incident.Priority?.Name, incident.Category, incident.Type,
        incident.Source, incident.Private, incident.Drill,
        incident.Summary is "" ? null : incident.Summary,
        incident.Lead?.Body(),
        [.. incident.Assignments.Select(one => one.Body(org))],
        incident.Services, incident.Fields,
        [.. incident.Rooms.Select(room => new RoomBody(room.Platform, room.Id, room.Name))],
        incident.Before?.Count ?? 0, incident.Suppressions,
        incident.Times.StartedAt, incident.Times.DetectedAt, incident.Times.DeclaredAt, incident.Times.AcknowledgedAt,
        incident.Times.RespondedAt, incident.Times.MitigatedAt, incident.Times.ResolvedAt, incident.Times.ClosedAt,
        incident.Acknowledgement?.By.Body(), incident.Parent, incident.MergedInto, incident.Version,
        incident.Link(org).Address.AbsoluteUri);

    /// <summary>As it is shown now: a note that was hidden or shared later is so from the start.</summary>
    public static TimelineEntry Entry(this Recorded recorded, Incident incident, IReadOnlyDictionary<int, bool> shared)
    {
        var fact = recorded.Fact;
        var hidden = incident.Hides(fact);
        var open = fact is Noted one && shared.TryGetValue(one.Note, out var now) ? now : fact.Public;
        return new(
            recorded.Version, fact.At, fact.From.At, Kinds[fact.GetType()], fact.From.By.Body(), fact.From.Surface,
            hidden ? "" : PlainText.Of(incident.Tell(fact)), hidden ? "hidden" : open ? "public" : "internal");
    }

    /// <summary>Whether each note is public by now, as far as that was changed after it was written.</summary>
    public static Dictionary<int, bool> Shared(IEnumerable<Recorded> history)
    {
        var shared = new Dictionary<int, bool>();
        foreach (var change in history.Select(one => one.Fact).OfType<NoteShared>())
            shared[change.Note] = change.Shared;
        return shared;
    }

    public static DeliveryBody Body(this Delivery one) =>
        new($"{one.Id}", one.Reference, one.Key, one.Whom.Body(), one.Channel, one.Outcome, one.Detail, one.At);

    static RoleBody Body(this Assignment one, Organisation org) =>
        new(org.Describe(one.Role).Key, org.Describe(one.Role).Name, one.Person.Body(), one.Deputy?.Body());

    static PersonBody Body(this Person person) => new(person.Id, person.Name);
}
