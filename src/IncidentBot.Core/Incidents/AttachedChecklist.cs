using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>A checklist of an incident, with the lines that it had when it was attached.</summary>
/// <param name="Number">From 1 within its incident.</param>
/// <param name="Key">Of the organisation's file.</param>
/// <param name="Role">Whose list it is; null: everybody's.</param>
public sealed record AttachedChecklist(int Number, string Key, string Name, Role? Role, IReadOnlyList<ChecklistStep> Steps)
{
    /// <summary>More than anybody works through in an incident.</summary>
    public const int Most = 10;

    public int Done => Steps.Count(step => step.IsDone);

    public bool IsDone => Done == Steps.Count;
}

/// <param name="Name">As it is typed: "2.3".</param>
/// <param name="By">Who ticked it; null: it is still to do.</param>
public sealed record ChecklistStep(StepName Name, string Text, Person? By = null, DateTimeOffset At = default)
{
    public bool IsDone => By is not null;
}

/// <summary>"2.3": the third step of the second list.</summary>
public readonly record struct StepName(int List, int Step)
{
    public override string ToString() => $"{List}.{Step}";
}
