using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What tasks and follow-ups have in common; they differ in what a new one is.</summary>
public abstract class TaskingCommand(bool followUp) : IChangeCommand
{
    public abstract Usage Usage { get; }

    public IEnumerable<string> Next(string text, Organisation org) =>
        text.Trim() == "" ? ["add", .. TaskText.Verbs, "list", .. followUp ? [] : new[] { "mine" }] : [];

    /// <summary><c>task list</c> is <c>tasks</c>, <c>task mine</c> is <c>tasks mine</c>.</summary>
    public Line Meant(Line line) => line.Text.Trim().ToLowerInvariant() switch
    {
        "list" => line with { Command = CommandBook.Find("tasks"), Verb = "tasks", Text = "" },
        "mine" => line with { Command = CommandBook.Find("tasks"), Verb = "tasks", Text = "mine" },
        _ => line,
    };

    public Form? Ask(Incident incident, Request request) =>
        request.IsForm ? null
        : request.Text == "" ? Kinds(incident).Any() ? null : TaskForms.For(TaskText.Read("add"), followUp, incident, request)
        : TaskForms.For(TaskText.Read(request.Text), followUp, incident, request);

    public Card? Offer(Incident incident, Request request) =>
        request.IsBare ? TasksCard.For(incident, request.Org, request.Call.At) : null;

    public Decision Decide(Incident incident, Request request)
    {
        var said = TaskText.Read(request.Text == "" ? "add" : request.Text);
        if (said.Verb == "add")
            return Add(said, incident, request);
        var number = said.Number ?? (int.TryParse(request.Answer("task"), out var chosen) ? chosen : 0);
        return said.Verb switch
        {
            "done" => incident.FinishTask(number, request.From),
            "reopen" => incident.ReopenTask(number, request.From),
            "drop" => incident.DropTask(number, request.IsForm ? request.Answer("reason") : said.Words, request.From),
            "take" => incident.ChangeTask(number, what => what with { Owner = request.By }, request.From),
            "give" => Give(number, request.IsForm ? request.Answer("owner") : said.Words, incident, request),
            "due" => Due(number, request.IsForm ? request.Answer("due") : said.Words, incident, request),
            _ => Change(number, said, incident, request),
        };
    }

    public Card? Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        TasksCard.After(incident, facts, org);

    Decision Add(TaskText said, Incident incident, Request request)
    {
        if (request.IsForm)
            return incident.AddTask(Filled(new("", null, null, null, followUp), request), request.From);
        var typed = TypedTask.Read(said.Words, followUp, request);
        return typed.Flaw is { } flaw ? Decision.Reject(flaw.Reason, flaw.Field) : incident.AddTask(typed.What, request.From);
    }

    static Decision Give(int number, string to, Incident incident, Request request) =>
        request.Who(to) is { } who ? incident.ChangeTask(number, what => what with { Owner = who }, request.From)
        : to.Equals("none", StringComparison.OrdinalIgnoreCase) ? incident.ChangeTask(number, what => what with { Owner = null }, request.From)
        : Decision.Reject(TypedTask.Unknown(to), "owner");

    static Decision Due(int number, string when, Incident incident, Request request) =>
        when.Equals("none", StringComparison.OrdinalIgnoreCase) ? incident.ChangeTask(number, what => what with { Due = null }, request.From)
        : Moments.Due(when, request.Call) is { } due ? incident.ChangeTask(number, what => what with { Due = due }, request.From)
        : Decision.Reject(TypedTask.Unread(when), "due");

    /// <summary>The form asks for all of it where the task was named, else for its text alone.</summary>
    static Decision Change(int number, TaskText said, Incident incident, Request request) => incident.ChangeTask(
        number,
        what => !request.IsForm ? what with { Text = Clean.OneLine(said.Words) }
            : said.Number is null ? what with { Text = Clean.OneLine(request.Answer("text")) }
            : Filled(what with { FollowUp = request.Answer("followup") != "" }, request),
        request.From);

    static TaskDetails Filled(TaskDetails was, Request request) => was with
    {
        Text = Clean.OneLine(request.Answer("text")),
        Owner = request.Answer("owner") is "" ? null : request.Who(request.Answer("owner")),
        // A form knows the day alone; the hour that was there stays unless the day changes.
        Due = request.Answer("due") is var day && was.Due is { } due && day == TaskForms.DayOf(due, request) ? due : Moments.Due(day, request.Call),
        Priority = request.Org.FindPriority(request.Answer("priority")),
    };

    IEnumerable<ActionItem> Kinds(Incident incident) => incident.Tasks.Where(task => !followUp || task.What.FollowUp);
}
