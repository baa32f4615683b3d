using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Reviews;

/// <summary>What the facts themselves say went well or badly.</summary>
static class Observations
{
    static readonly TimeSpan Quick = TimeSpan.FromMinutes(5);

    static readonly string[] People = ["", "staff", "user", "user report", "service desk", "desk"];

    /// <summary>Whether somebody said so, and no monitoring.</summary>
    public static bool FoundByPeople(Incident incident) =>
        People.Contains(incident.Source, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Well(Known known)
    {
        if (Acknowledging(known) is { } acknowledging && acknowledging <= Quick)
            yield return $"It was acknowledged {After(acknowledging)} after it was detected";
        if (Leadless(known) is { } leadless && leadless <= known.Org.Reminders.NoLeadAfter)
            yield return $"Somebody led from the beginning on";
        if (known.Of<Escalated>().Count(one => one.Counts) == 1 && known.Of<PageFellBack>().FirstOrDefault() is null
            && known.Times.AcknowledgedAt is not null)
            yield return "The first call was answered";
        if (known.Of<UpdatePosted>().Count() is > 0 and var told && known.Reminders(TimerKind.UpdateDue) == 0)
            yield return $"Stakeholders were told {IncidentWords.Times(told)}, never late";
        if (known.Times is { MitigatedAt: { } stopped, ResolvedAt: { } resolved } && resolved - stopped >= TimeSpan.FromMinutes(1))
            yield return $"The impact stopped {(resolved - stopped).Words()} before it was resolved";
    }

    public static IEnumerable<string> Badly(Known known)
    {
        if (known.Times is { StartedAt: { } began, DetectedAt: { } seen } && seen - began > Quick)
            yield return $"It went unnoticed for {(seen - began).Words()}";
        if (known.Times.AcknowledgedAt is null)
            yield return "Nobody acknowledged it";
        else if (Acknowledging(known) is { } acknowledging && acknowledging > Quick)
            yield return $"It took {acknowledging.Words()} until somebody acknowledged it";
        if (known.Of<Escalated>().Count(one => one.Counts) is > 1 and var calls)
            yield return $"It was escalated {IncidentWords.Times(calls)}";
        if (known.Of<PageFellBack>().Count() is > 0 and var lost)
            yield return lost == 1 ? "One page reached nobody" : $"{lost} pages reached nobody";
        if (known.Of<AcknowledgementEnded>().Count() is > 0 and var ended)
            yield return $"Whoever was on it stopped being on it {IncidentWords.Times(ended)}";
        if (Leadless(known) is { } leadless && leadless > known.Org.Reminders.NoLeadAfter)
            yield return $"Nobody led for {leadless.Words()}";
        if (known.Reminders(TimerKind.UpdateDue) is > 0 and var late)
            yield return $"An update was late {IncidentWords.Times(late)}";
        foreach (var raised in known.Of<SeverityChanged>().Where(one => one.Was is not null && one.Is.Rank < one.Was.Rank))
            yield return $"It was taken for {raised.Was} at first; it was {raised.Is}";
        if (known.Of<Reopened>().Count() is > 0 and var again)
            yield return $"It was reopened {IncidentWords.Times(again)}";
        foreach (var list in known.Incident.Checklists.Where(list => !list.IsDone))
            yield return $"Not ticked in the checklist {list.Name}, {list.Steps.Count - list.Done} of {list.Steps.Count}: "
                + string.Join("; ", list.Steps.Where(step => !step.IsDone).Select(step => step.Text));
        if (known.Incident.Before is { } before)
            yield return $"It had been there {IncidentWords.Times(before.Count)} before, and came back";
    }

    public static IEnumerable<string> Lucky(Known known)
    {
        if (FoundByPeople(known.Incident) && !known.Incident.Drill)
            yield return "A person happened to see it; no alert would have told us";
    }

    static TimeSpan? Acknowledging(Known known) =>
        known.Times is { DetectedAt: { } seen, AcknowledgedAt: { } on } && on >= seen ? on - seen : null;

    /// <summary>How long nobody led while it was open; null: that is not known.</summary>
    static TimeSpan? Leadless(Known known)
    {
        if (known.Incident.Backfilled || known.Times.DeclaredAt is null)
            return null;
        var (sum, incident, since) = (TimeSpan.Zero, new Incident(known.Incident.Id, known.Incident.Reference), default(DateTimeOffset));
        foreach (var (_, fact) in known.History.Where(one => one.Fact is Declared or RoleAssigned or RoleLeft or Left
            or HandOffAccepted or Resolved or Reopened or Closed or Canceled or Merged or TriageEnded))
        {
            if (incident is { IsOpen: true, Lead: null })
                sum += fact.From.At - since;
            incident = incident.Apply(fact);
            since = fact.From.At;
        }
        return sum;
    }

    static string After(TimeSpan span) => span < TimeSpan.FromMinutes(1) ? "less than a minute" : span.Words();
}
