using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What is asked about checklists.</summary>
static class ChecklistForms
{
    const int LongestOption = 70;

    /// <returns>Null where there is nothing to choose from or nothing to ask.</returns>
    public static Form? For(ChecklistText said, Incident incident, Organisation org) => said switch
    {
        { Words: not "" } => null,
        { Verb: "tick" } => Steps(incident, done: false),
        { Verb: "untick" } => Steps(incident, done: true),
        { Verb: "add" } => Missing(incident, org).ToArray() is not { Length: > 0 } lists ? null : new(
            $"Add a checklist to {incident.Reference}", $"checklist {incident.Reference} add", "Add it",
            [
                new ChoiceInput("list", "Checklist", [.. lists.Select(list => new Option(list.Key, IncidentWords.Brief(list.Name, LongestOption)))])
                {
                    Required = true,
                },
            ]),
        _ => null,
    };

    /// <summary>What the organisation's file has and the incident hasn't.</summary>
    public static IEnumerable<Checklist> Missing(Incident incident, Organisation org) =>
        org.AllChecklists.Where(list => incident.Checklists.All(there => there.Key != list.Key));

    /// <param name="done">Whether those that are done are offered, to be unticked; else those that are not.</param>
    static Form? Steps(Incident incident, bool done) =>
        incident.Steps.Where(step => step.IsDone == done).ToArray() is not { Length: > 0 } steps ? null : new(
            done ? $"Untick steps of {incident.Reference}" : $"Tick steps of {incident.Reference}",
            $"checklist {incident.Reference} {(done ? "untick" : "tick")}", done ? "Untick" : "Tick",
            [
                new ChoiceInput(
                    "steps", done ? "What is not done after all" : "What is done",
                    [.. steps.Select(step => new Option($"{step.Name}", IncidentWords.Brief($"{step.Name} {step.Text}", LongestOption)))], Several: true)
                {
                    Required = true,
                },
            ]);
}
