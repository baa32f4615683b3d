using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    public IEnumerable<ChecklistStep> Steps => Checklists.SelectMany(list => list.Steps);

    /// <summary>Null: there is no such step.</summary>
    public ChecklistStep? FindStep(StepName name) => Steps.FirstOrDefault(step => step.Name == name);

    /// <summary>Somebody wants it, whether it applies or not.</summary>
    public Decision AttachChecklist(Checklist list, Origin from) =>
        IsOver ? NotOpen()
        : Checklists.FirstOrDefault(one => one.Key == list.Key) is { } there ? Unchange($"That checklist is there already, as number {there.Number}.")
        : Checklists.Count >= AttachedChecklist.Most ? Reject($"{Name} has {AttachedChecklist.Most} checklists, and no room for another.", "list")
        : Accept(new ChecklistAttached(Checklists.Count + 1, list.Key, list.Name, null, list.Steps, from));

    /// <summary>Ticks steps off, or takes that back.</summary>
    public Decision TickSteps(IReadOnlyList<StepName> names, bool done, Origin from)
    {
        if (IsOver)
            return NotOpen();
        if (Checklists.Count == 0)
            return Reject($"{Name} has no checklist yet. {Code($"checklist {Name} add")} shows which there are.", "steps");
        foreach (var name in names)
            if (FindStep(name) is null)
                return Reject($"{Name} has no step {name.ToString()}. {Code($"checklist {Name}")} shows their numbers.", "steps");
        var steps = names.Distinct().Select(FindStep).OfType<ChecklistStep>().ToArray();
        return (done, steps.Where(step => step.IsDone != done).ToArray()) switch
        {
            (_, { Length: > 0 } changed) => Accept([.. changed.Select(step => done
                ? (IncidentEvent)new StepTicked(step.Name.List, step.Name.Step, step.Text, from)
                : new StepUnticked(step.Name.List, step.Name.Step, step.Text, from))]),
            (true, _) when steps is [{ By: { } by } only] => Unchange($"{by} ticked {only.Name.ToString()} at {only.At} already."),
            (true, _) when steps.Length > 0 => Unchange($"All of them are ticked already."),
            (false, _) when steps.Length > 0 => Unchange($"That is not ticked."),
            _ => Reject($"Say which steps: {Code($"checklist {Name} {(done ? "tick" : "untick")} 1.2")}.", "steps"),
        };
    }

    internal Incident WithStep(StepName name, Func<ChecklistStep, ChecklistStep> change) => this with
    {
        Checklists =
        [
            .. Checklists.Select(list => list.Number == name.List
                ? list with { Steps = [.. list.Steps.Select(step => step.Name == name ? change(step) : step)] }
                : list),
        ],
    };
}
