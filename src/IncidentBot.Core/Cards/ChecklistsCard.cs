using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>The checklists of an incident, step by step, with who ticked what and when: one live card, and each list by itself.</summary>
public static class ChecklistsCard
{
    internal const int MostLines = 20;
    internal const int MostButtons = 25;
    const int StepsOfAPage = 15;

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

    /// <summary>The list that something was just done to, with what takes it back.</summary>
    public static Card After(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org)
    {
        var touched = facts.Select(fact => fact switch
        {
            StepTicked ticked => new StepName(ticked.List, ticked.Step),
            StepUnticked unticked => new(unticked.List, unticked.Step),
            ChecklistAttached attached => new(attached.List, 1),
            _ => default,
        }).LastOrDefault(name => name.List > 0);
        if (incident.Checklists.FirstOrDefault(list => list.Number == touched.List) is not { } list)
            return For(incident, org);
        var card = One(incident, list, touched.Step, org);
        return card with
        {
            Buttons = facts is [StepTicked] && !incident.IsOver
                ? [.. card.Buttons, new($"Untick {touched}", $"checklist {incident.Reference} untick {touched}")]
                : card.Buttons,
            Hint = ChatText.Join(". ", facts.Select(fact => fact.Describe())),
        };
    }

    static Button Tick(Incident incident, ChecklistStep step) => new($"Tick {step.Name}", $"checklist {incident.Reference} tick {step.Name}");
}
