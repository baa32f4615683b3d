using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>When the workstreams of an incident are asked how they stand, and when others hear that nobody says.</summary>
/// <remarks>
/// As with tasks, one timer stands for all of them: it is due when the first is, and asks for all that are. Each step counts
/// from when the one before it was really taken.
/// </remarks>
public static class CheckIns
{
    public static IEnumerable<DueTimer> Of(Incident incident, Reminders times)
    {
        if (incident.Practice)
            yield break;
        if (incident.OpenWorkstreams.Min(one => NextAsk(one, times)) is { } ask)
            yield return new(TimerKind.CheckInDue, ask);
        if (incident.OpenWorkstreams.Min(one => MissedAt(one, times)) is { } missed)
            yield return new(TimerKind.CheckInMissed, missed);
    }

    public static Decision Ask(Incident incident, Reminders times, Origin from) => Decision.Accept(new CheckInsAsked(
        [.. incident.OpenWorkstreams.Where(one => NextAsk(one, times) <= from.At).Select(one => one.Number)], from));

    public static Decision Miss(Incident incident, Reminders times, Origin from) => Decision.Accept(new CheckInsMissed(
        [
            .. incident.OpenWorkstreams.Where(one => MissedAt(one, times) <= from.At)
                .Select(one => new SilentWorkstream(one.Number, one.Name, one.Lead)),
        ],
        from));

    /// <summary>Who says how it stands: whoever leads it, else the incident, else whoever is on that or declared it.</summary>
    public static Person? AskedOf(this Incident incident, Workstream stream) =>
        stream.Lead ?? incident.Lead ?? incident.Acknowledgement?.By ?? incident.Reporter;

    static DateTimeOffset? NextAsk(Workstream one, Reminders times) =>
        one.Every is null || one.Asks >= times.WorkstreamTimes ? null : one.AskedLast + one.Every ?? one.DueAt;

    static DateTimeOffset? MissedAt(Workstream one, Reminders times) =>
        one.Missed ? null : one.AskedFirst + (times.WorkstreamMissedAfter ?? one.Every / 2);
}
