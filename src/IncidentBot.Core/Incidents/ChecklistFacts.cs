using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>A checklist began to apply, or somebody wanted it. Its lines are kept: the file may change meanwhile.</summary>
/// <param name="List">From 1 within its incident.</param>
/// <param name="Role">Whose list it is; null: everybody's.</param>
public sealed record ChecklistAttached(int List, string Key, string Name, Role? Role, IReadOnlyList<string> Steps, Origin From)
    : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Checklists =
        [
            .. incident.Checklists,
            new(List, Key, Name, Role, [.. (Steps ?? []).Select((text, at) => new ChecklistStep(new(List, at + 1), text))]),
        ],
    };

    public override ChatText Describe() => By == Person.Bot
        ? (ChatText)$"Checklist {List} begins to apply: {Name}"
        : $"{By} added checklist {List}: {Name}";
}

/// <param name="Text">Of the step.</param>
public sealed record StepTicked(int List, int Step, string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident.WithStep(new(List, Step), step => step with { By = By, At = From.At });

    public override ChatText Describe() => $"{By} ticked {List}.{Step}: {Text}";
}

/// <param name="Text">Of the step.</param>
public sealed record StepUnticked(int List, int Step, string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.WithStep(new(List, Step), step => step with { By = null, At = default });

    public override ChatText Describe() => $"{By} unticked {List}.{Step}: {Text}";
}
