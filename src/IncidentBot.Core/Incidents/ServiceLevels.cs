using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>What was promised for an incident's severity, and how far the time for it has run.</summary>
public static class ServiceLevels
{
    public const string Acknowledge = "acknowledge";
    public const string Respond = "respond";
    public const string Resolve = "resolve";
    public const string Update = "update";

    const double AtRisk = 0.75;

    public static readonly IReadOnlyList<string> All = [Acknowledge, Respond, Resolve, Update];

    /// <summary>As it goes on after "the target to".</summary>
    public static string Words(string target) => target == Update ? "post an update" : target;

    /// <summary>When the time for each is three quarters over and when all of it, while it is neither done nor said already.</summary>
    internal static IEnumerable<DueTimer> Of(Incident incident, Organisation org)
    {
        if (incident.Drill || incident.Practice || incident.Backfilled || org.LevelOf(incident.Severity) is not { } level)
            yield break;
        foreach (var (target, since, span) in Running(incident, level.Targets))
        {
            var due = since + span;
            var said = incident.Warned.Where(one => one.Target == target && one.Due == due).ToArray();
            if (said.Any(one => one.Missed))
                continue;
            yield return new($"{TimerKind.Target}{target}", said.Length > 0 ? due : since + (span * AtRisk));
        }
    }

    /// <summary>By the time it is said, all of it may be over; then only that is said.</summary>
    internal static Decision Fire(Incident incident, string target, Organisation org, Origin from)
    {
        var (_, since, span) = Running(incident, org.LevelOf(incident.Severity)!.Targets).Single(one => one.Target == target);
        var due = since + span;
        return Decision.Accept(from.At >= due ? new TargetMissed(target, due, from) : new TargetAtRisk(target, due, from));
    }

    static IEnumerable<(string Target, DateTimeOffset Since, TimeSpan Span)> Running(Incident incident, Targets targets)
    {
        var (times, since) = (incident.Times, incident.Times.DetectedAt ?? incident.OpenedAt);
        if (targets.Acknowledge is { } acknowledge && times.AcknowledgedAt is null)
            yield return (Acknowledge, since, acknowledge);
        if (targets.Respond is { } respond && times.RespondedAt is null)
            yield return (Respond, since, respond);
        if (targets.Resolve is { } resolve && times.ResolvedAt is null)
            yield return (Resolve, since, resolve);
        if (targets.Update is { } update)
            yield return (Update, incident.LastUpdate is { } last && last.At > incident.OpenedAt ? last.At : incident.OpenedAt, update);
    }
}
