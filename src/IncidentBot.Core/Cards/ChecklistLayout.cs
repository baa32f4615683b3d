using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What of some checklists has room on a card, with its buttons: a heading each, then steps, what is still to do first.</summary>
sealed class ChecklistLayout
{
    const int MostButtons = 12;
    const int MostOpened = 4;

    readonly Incident incident;
    readonly IReadOnlyList<(AttachedChecklist List, IReadOnlyList<ChecklistStep> Steps)> parts;

    /// <param name="most">So many lines there may be.</param>
    public ChecklistLayout(Incident incident, IEnumerable<AttachedChecklist> lists, int most)
    {
        this.incident = incident;
        AttachedChecklist[] all = [.. lists.Take(Math.Max(1, most))];
        var left = most - all.Length;
        parts = [.. all.Select(list => (list, Fitting(list)))];

        IReadOnlyList<ChecklistStep> Fitting(AttachedChecklist list)
        {
            IReadOnlyList<ChecklistStep> steps = list.Steps.Count <= left ? list.Steps : [.. list.Steps.Where(step => !step.IsDone).Take(Math.Max(0, left))];
            left -= steps.Count;
            return steps;
        }
    }

    public IEnumerable<ChatText> Lines(Organisation org) =>
        parts.SelectMany(part => part.Steps.Select(LineOf).Prepend(Heading(part.List, incident, org)));

    /// <summary>What is to be ticked, at hand; the rest and what takes a tick back ask which one.</summary>
    /// <remarks>A card in Teams has 40,000 characters, and a button takes a thousand of them at the worst.</remarks>
    /// <param name="room">So many buttons there may be.</param>
    public IEnumerable<Button> Buttons(int room)
    {
        var (name, cut) = (incident.Reference, parts.Where(part => part.Steps.Count < part.List.Steps.Count).Take(MostOpened).ToArray());
        var ticks = incident.IsOver ? [] : Ticks(incident, parts.SelectMany(part => part.Steps), Math.Min(MostButtons, room) - cut.Length - 2);
        return
        [
            .. ticks,
            .. incident.IsOver || !parts.Any(part => part.List.Done > 0) ? [] : new Button[] { new("Untick one", $"checklist {name} untick") },
            .. cut.Select(part => new Button($"Open list {part.List.Number}", $"checklist {name} {part.List.Number}")),
        ];
    }

    /// <summary>"List 2 · Runbook: Checkout · 1 of 3 done · runbook".</summary>
    internal static ChatText Heading(AttachedChecklist list, Incident incident, Organisation org)
    {
        var line = (ChatText)$"List {list.Number} · {list.Name} · {(list.IsDone ? "all done" : $"{list.Done} of {list.Steps.Count} done")}";
        if (list.Role is { } role)
            line = incident.HolderOf(role) is { } holder ? (ChatText)$"{line} · {holder}" : $"{line} · {org.Describe(role).Name}: nobody";
        return org.Services.FirstOrDefault(service => service.RunbookList?.Key == list.Key)?.Runbook is { } runbook
            ? (ChatText)$"{line} · {new ChatText.Link("runbook", runbook)}"
            : line;
    }

    internal static ChatText LineOf(ChecklistStep step) => step.By is { } by
        ? $"✓ {step.Name.ToString()} {step.Text} · {by} · {step.At}"
        : (ChatText)$"○ {step.Name.ToString()} {step.Text}";

    static IEnumerable<Button> Ticks(Incident incident, IEnumerable<ChecklistStep> shown, int most)
    {
        var open = shown.Where(step => !step.IsDone).ToArray();
        foreach (var step in open.Take(Math.Max(0, most)))
            yield return new($"Tick {step.Name}", $"checklist {incident.Reference} tick {step.Name}");
        if (open.Length > most)
            yield return new("Tick others", $"checklist {incident.Reference} tick");
    }
}
