using IncidentBot.Catalog;

namespace IncidentBot.Incidents;

/// <summary>A drill with a script, and how far it has come.</summary>
/// <param name="Scenario">Key of the scenario it was made of; what stands here stays when that changes.</param>
/// <param name="Taken">How many steps have been played.</param>
/// <param name="LastAt">When the last one was; null: none yet.</param>
/// <param name="Answers">By the step that asked, counted from 1.</param>
public sealed record Exercise(
    string Scenario, IReadOnlyList<ScenarioStep> Steps, int Taken, DateTimeOffset? LastAt, IReadOnlyDictionary<int, string> Answers)
{
    /// <summary>The questions that were asked and have no answer, by their step, counted from 1.</summary>
    public IEnumerable<int> Unanswered => Asked.Where(step => !Answers.ContainsKey(step));

    public IEnumerable<int> Asked => Enumerable.Range(1, Taken).Where(step => Steps[step - 1].Kind == ScenarioStepKind.Question);

    /// <summary>When the next step comes; null: that was all.</summary>
    /// <remarks>Counted from when the one before was really played: after downtime they don't come all at once.</remarks>
    public DateTimeOffset? NextAt(DateTimeOffset begun) =>
        Taken >= Steps.Count ? null
        : LastAt is { } last && Taken > 0 ? last + (Steps[Taken].At - Steps[Taken - 1].At)
        : begun + Steps[Taken].At;
}
