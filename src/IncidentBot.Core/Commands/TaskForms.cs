using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What is asked about tasks and follow-ups.</summary>
static class TaskForms
{
    const int LongestOption = 70;

    /// <param name="followUp">What a new one is.</param>
    /// <returns>Null where there is nothing to choose from or nothing to ask.</returns>
    public static Form? For(TaskText said, bool followUp, Incident incident, Request request) => said switch
    {
        { Verb: "add", Words: "" } => incident.TakesTasks(followUp) ? Add(followUp, incident, request) : null,
        { Verb: "add" } => null,
        { Verb: "change", Number: { } number, Words: "" } when incident.FindTask(number) is { IsOpen: true } task => Change(task, incident, request),
        { Number: null } => Choose(said.Verb, followUp, incident),
        { Words: "", Verb: "give" or "due" } => One(said, incident),
        _ => null,
    };

    static Form Add(bool followUp, Incident incident, Request request) => new(
        $"New {(followUp ? "follow-up" : "task")} of {incident.Reference}",
        $"{(followUp ? "followup" : "task")} {incident.Reference} add", "Add",
        [.. Details(new("", null, null, null, followUp), request)]);

    static Form Change(ActionItem task, Incident incident, Request request) => new(
        $"Change {task.Name} of {incident.Reference}", $"task {incident.Reference} change {task.Number}", "Save",
        [.. Details(task.What, request), new TickInput("followup", "It is for after the incident") { Value = task.What.FollowUp ? "yes" : "" }]);

    static IEnumerable<Input> Details(TaskDetails what, Request request) =>
    [
        new TextInput("text", "What is to be done", MaxLength: ActionItem.LongestText) { Required = true, Value = what.Text },
        new PersonInput("owner", "Who does it") { Value = what.Owner?.Id ?? "" },
        new MomentInput("due", "When it is due", WithTime: false)
        {
            Value = what.Due is { } due ? DayOf(due, request) : "",
            Hint = "Whoever does it is reminded then.",
        },
        Forms.Priority(request.Org, what.Priority),
    ];

    /// <summary>The day of a moment, where the asker is, as a form has it.</summary>
    public static string DayOf(DateTimeOffset at, Request request) =>
        TimeZoneInfo.ConvertTime(at, request.Call.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static Form? Choose(string verb, bool followUp, Incident incident)
    {
        var tasks = incident.Tasks.Where(task => verb == "reopen" ? !task.IsOpen : task.IsOpen).ToArray();
        return tasks.Length == 0 ? null : new(
            $"{Title(verb)} of {incident.Reference}", $"{(followUp ? "followup" : "task")} {incident.Reference} {verb}", Submit(verb),
            [
                new ChoiceInput("task", "Which one", [.. tasks.Select(task => new Option(
                    $"{task.Number}", IncidentWords.Brief($"{task.Number} {task.What.Text}", LongestOption)))]) { Required = true },
                .. More(verb),
            ]);
    }

    static Form? One(TaskText said, Incident incident) => incident.FindTask(said.Number ?? 0) is not { IsOpen: true } task ? null : new(
        $"{Title(said.Verb)} of {incident.Reference}", $"task {incident.Reference} {said.Verb} {task.Number}", Submit(said.Verb),
        [.. More(said.Verb)])
    {
        Intro = $"{task.Number} {task.What.Text}",
    };

    static IEnumerable<Input> More(string verb) => verb switch
    {
        "give" => [new PersonInput("owner", "Who does it") { Required = true }],
        "due" => [new MomentInput("due", "When it is due", WithTime: false) { Required = true }],
        "drop" => [new TextInput("reason", "Why nobody will do it", MaxLength: 1000)],
        "change" => [new TextInput("text", "What is to be done", MaxLength: ActionItem.LongestText) { Required = true }],
        _ => [],
    };

    static string Title(string verb) => verb switch
    {
        "done" => "Done: a task",
        "take" => "Take a task",
        "give" => "Give away a task",
        "due" => "Due time of a task",
        "drop" => "Drop a task",
        "reopen" => "Reopen a task",
        _ => "Change a task",
    };

    static string Submit(string verb) => verb switch
    {
        "done" => "Done",
        "take" => "Take it",
        "drop" => "Drop it",
        "reopen" => "Reopen it",
        _ => "Save",
    };
}
