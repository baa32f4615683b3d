using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>The checklists of an incident, step by step, with who ticked what and when: one live card, and each list by itself.</summary>
public static class ChecklistsCard
{
    internal const int MostLines = 20;
    internal const int MostButtons = 25;
    const int StepsOfAPage = 10;
    const int MostDone = 10;
    const int MostNext = 3;

    /// <summary>All of them. What is too long for one card is opened by a button.</summary>
    public static Card For(Incident incident, Organisation org)
    {
        var laid = new ChecklistLayout(incident, incident.Checklists, MostLines);
        return new($"Checklists: {incident.Steps.Count(step => step.IsDone)} of {incident.Steps.Count()} steps done")
        {
            Header = incident.Heading(),
            Accent = incident.Steps.All(step => step.IsDone) ? Accent.Good : Accent.None,
            Lines = [.. laid.Lines(org)],
            Buttons = [.. laid.Buttons(MostButtons)],
            Hint = incident.IsOver
                ? (ChatText)$"It is {incident.Status.Words()}; the checklists stay as they are."
                : $"{new ChatText.Code($"checklist {incident.Reference} tick 1.1 1.2")} ticks them off, {new ChatText.Code($"checklist {incident.Reference} untick 1.1")} takes that back.",
        };
    }

    /// <summary>One of them; where it is long, the page of it that a step is on.</summary>
    public static Card One(Incident incident, AttachedChecklist list, int step, Organisation org)
    {
        var pages = list.Steps.Chunk(StepsOfAPage).ToArray();
        var page = pages.FirstOrDefault(one => one[^1].Name.Step >= step) ?? pages[^1];
        return new($"{list.Name}")
        {
            Header = incident.Heading(),
            Accent = list.IsDone ? Accent.Good : Accent.None,
            Lines = [ChecklistLayout.Heading(list, incident, org), .. page.Select(ChecklistLayout.LineOf)],
            Buttons =
            [
                .. incident.IsOver ? [] : page.Where(one => !one.IsDone).Select(one => Tick(incident, one)),
                .. incident.IsOver || list.Done == 0 ? [] : new Button[] { new("Untick one", $"checklist {incident.Reference} untick") },
                .. pages.Where(one => one != page).Select(one =>
                    new Button($"Steps {one[0].Name.Step} to {one[^1].Name.Step}", $"checklist {incident.Reference} {one[0].Name}")),
                .. incident.Checklists.Count > 1 ? new Button[] { new("All checklists", $"checklist {incident.Reference}") } : [],
            ],
        };
    }

    /// <summary>What was just done, short: the live card shows the rest. What comes next in that list, and what takes it back.</summary>
    public static Card After(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org)
    {
        if (facts.OfType<ChecklistAttached>().LastOrDefault() is { } attached && Find(incident, attached.List) is { } whole)
            return One(incident, whole, 1, org) with { Hint = attached.Describe() };
        var touched = facts.Select(Named).OfType<StepName>().LastOrDefault();
        if (Find(incident, touched.List) is not { } list)
            return For(incident, org);
        var open = list.Steps.Where(step => !step.IsDone).OrderBy(step => step.Name.Step < touched.Step).Take(MostNext).ToArray();
        return new($"{list.Name}: {(list.IsDone ? "all done" : $"{list.Done} of {list.Steps.Count} done")}")
        {
            Header = incident.Heading(),
            Accent = list.IsDone ? Accent.Good : Accent.None,
            Lines =
            [
                .. facts.Take(MostDone).Select(fact => fact.Describe()),
                .. facts.Count <= MostDone ? [] : new ChatText[] { $"… and {facts.Count - MostDone} more" },
                .. open.Select(ChecklistLayout.LineOf),
            ],
            Buttons =
            [
                .. incident.IsOver ? [] : open.Select(step => Tick(incident, step)),
                .. facts is [StepTicked] ? new Button[] { new($"Untick {touched}", $"checklist {incident.Reference} untick {touched}") } : [],
                new($"Open list {list.Number}", $"checklist {incident.Reference} {list.Number}"),
            ],
        };
    }

    static StepName? Named(IncidentEvent fact) => fact switch
    {
        StepTicked ticked => new(ticked.List, ticked.Step),
        StepUnticked unticked => new(unticked.List, unticked.Step),
        _ => null,
    };

    static AttachedChecklist? Find(Incident incident, int number) => incident.Checklists.FirstOrDefault(list => list.Number == number);

    static Button Tick(Incident incident, ChecklistStep step) => new($"Tick {step.Name}", $"checklist {incident.Reference} tick {step.Name}");
}
