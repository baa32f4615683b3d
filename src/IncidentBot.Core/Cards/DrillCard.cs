using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>How a drill went: how soon people acted, which roles were filled, what was asked and answered, and what was missed.</summary>
public static class DrillCard
{
    const int LongestText = 300;
    const string Never = "never";

    public static Card For(Incident drill, Organisation org)
    {
        var missed = Missed(drill, org).ToArray();
        return new($"How the drill went: {drill.Title}")
        {
            Header = drill.Heading(),
            Accent = missed.Length == 0 ? Accent.Good : Accent.Warning,
            Fields =
            [
                new("Acknowledged", After(drill, drill.Times.AcknowledgedAt)),
                new("Somebody led", After(drill, drill.LedAt)),
                new("First update", After(drill, drill.FirstUpdateAt)),
                new("Resolved", After(drill, drill.Times.ResolvedAt)),
                new("Roles filled", Roles(drill, org)),
                .. drill.Exercise is { } exercise && exercise.Asked.Any()
                    ? [new("Questions answered", $"{exercise.Asked.Count() - exercise.Unanswered.Count()} of {exercise.Asked.Count()}")]
                    : Array.Empty<Field>(),
                .. drill.Checklists.Count > 0
                    ? [new("Checklist steps done", $"{drill.Steps.Count(step => step.IsDone)} of {drill.Steps.Count()}")]
                    : Array.Empty<Field>(),
            ],
            Lines =
            [
                missed.Length == 0 ? $"Nothing was missed." : (ChatText)$"Missed: {string.Join(", ", missed)}.",
                .. drill.Exercise is { } script ? script.Asked.Select(step => Answered(script, step)) : [],
            ],
            Buttons = [new("Timeline", $"timeline {drill.Reference}"), new("Review it", $"pir {drill.Reference}")],
            Hint = $"It counts in no metric.",
        };
    }

    static ChatText After(Incident drill, DateTimeOffset? at) =>
        at is { } when ? (ChatText)$"after {(when - drill.OpenedAt).Words()}" : $"{Never}";

    static ChatText Roles(Incident drill, Organisation org)
    {
        var filled = drill.Assignments.Select(one => one.Role).Distinct().ToArray();
        var all = Enum.GetValues<Role>().Length;
        return filled.Length == 0
            ? (ChatText)$"none of {all}"
            : $"{filled.Length} of {all}: {string.Join(", ", filled.Select(role => org.Describe(role).Name))}";
    }

    static IEnumerable<string> Missed(Incident drill, Organisation org)
    {
        if (drill.Times.AcknowledgedAt is null)
            yield return "nobody acknowledged";
        if (drill.LedAt is null)
            yield return "nobody took the lead";
        if (drill.Severity is null)
            yield return "nobody said how bad it was";
        if (drill.FirstUpdateAt is null)
            yield return "nobody was told anything";
        else if (org.LevelOf(drill.Severity)?.UpdateEvery is { } every && drill.FirstUpdateAt - drill.OpenedAt > every)
            yield return "the first update came late";
        if (drill.Escalations > 1)
            yield return $"{drill.Escalations} people or groups had to be called";
        if (string.IsNullOrWhiteSpace(drill.Resolution?.HowTo))
            yield return "nobody wrote how to resolve it next time";
        if (drill.Steps.Count(step => !step.IsDone) is > 0 and var left)
            yield return left == 1 ? "one step of a checklist was not ticked" : $"{left} steps of checklists were not ticked";
        if (drill.Exercise?.Unanswered.Count() is > 0 and var open)
            yield return open == 1 ? "one question got no answer" : $"{open} questions got no answer";
    }

    static ChatText Answered(Exercise script, int step)
    {
        var (asked, said) = (script.Steps[step - 1], script.Answers.GetValueOrDefault(step));
        var best = asked.Answer is { } good ? $" A good answer: {IncidentWords.Brief(good, LongestText)}" : "";
        return $"{asked.Text} — {(said is null ? "no answer." : $"“{IncidentWords.Brief(said.TrimEnd('.'), LongestText)}”.")}{best}";
    }
}
