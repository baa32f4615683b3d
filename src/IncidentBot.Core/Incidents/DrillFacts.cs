using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>A drill follows a script from now on.</summary>
public sealed record ExerciseBegun(string Scenario, IReadOnlyList<ScenarioStep> Steps, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Exercise = new(Scenario, Steps, 0, null, new Dictionary<int, string>()),
    };

    public override ChatText Describe() => $"{By} began the drill “{Scenario}”";
    protected override bool IsResponse => false;
}

/// <summary>A step of the script was played.</summary>
/// <param name="Step">From 1.</param>
public sealed record ExerciseStepped(int Step, ScenarioStepKind Kind, string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.Exercise is not { } exercise ? incident
        : incident with { Exercise = exercise with { Taken = Step, LastAt = From.At } };

    public override ChatText Describe() => Kind switch
    {
        ScenarioStepKind.Alert => $"DRILL alert: {Text}",
        ScenarioStepKind.Question => $"DRILL question {Step}: {Text}",
        _ => $"DRILL: {Text}",
    };
}

/// <summary>A question of the script was answered.</summary>
public sealed record ExerciseAnswered(int Step, string Answer, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.Exercise is not { } exercise ? incident
        : incident with { Exercise = exercise with { Answers = new Dictionary<int, string>(exercise.Answers) { [Step] = Answer } } };

    public override ChatText Describe() => $"{By} answered question {Step}: {Answer}";
    protected override string? Findable => Answer;
}
