using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>The tasks and follow-ups of an incident: what is open first, each with its number, owner and due time.</summary>
public static class TasksCard
{
    const int MostLines = 15;
    const int MostAtHand = 5;
    const int LongestLine = 150;

    public static Card For(Incident incident, Organisation org, DateTimeOffset now)
    {
        var tasks = incident.Tasks.Where(task => task.State != TaskState.Dropped)
            .OrderBy(task => !task.IsOpen).ThenBy(task => task.What.FollowUp).ThenBy(task => task.Number).ToArray();
        return new(Title(tasks))
        {
            Header = incident.Heading(),
            Accent = incident.Colour(),
            Lines =
            [
                .. tasks.Take(MostLines).Select(task => LineOf(task, now)),
                .. tasks.Length <= MostLines ? [] : new ChatText[]
                {
                    $"{new ChatText.Link($"{tasks.Length - MostLines} more on the web", org.TimelineOf($"{incident.Reference}"))}",
                },
            ],
            Buttons = [.. Buttons(incident, tasks)],
            Hint = Hint(incident),
        };
    }

    /// <summary>The same right after something was done to it.</summary>
    public static Card After(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        For(incident, org, incident.LastChange) with { Hint = ChatText.Join(". ", facts.Select(fact => fact.Describe())) };

    /// <summary>"INC-12 task 2: Restart the gateway (due 14:05)", as a list over all incidents has it.</summary>
    internal static ChatText LineOf(TaskRow row)
    {
        var line = (ChatText)$"{row.Reference.ToString()} {(row.FollowUp ? "follow-up" : "task")} {row.Number}: {IncidentWords.Brief(row.Text, LongestLine)}";
        return row.Due is { } due ? (ChatText)$"{line} (due {due})" : line;
    }

    static ChatText Title(ActionItem[] tasks) => tasks.Length == 0
        ? (ChatText)$"No tasks yet"
        : $"Tasks: {tasks.Count(task => !task.IsOpen)} of {tasks.Length} done";

    static ChatText LineOf(ActionItem task, DateTimeOffset now)
    {
        var what = task.What;
        var line = (ChatText)$"{(task.IsOpen ? "○" : "✓")} {task.Number} {(what.FollowUp ? "Follow-up: " : "")}{IncidentWords.Brief(what.Text, LongestLine)}";
        var who = task.IsOpen ? what.Owner : task.EndedBy;
        line = who is null ? (ChatText)$"{line} · nobody yet" : $"{line} · {who}";
        if (task.IsOpen && what.Due is { } due)
            line = $"{line} · {(due < now ? "overdue since" : "due")} {due}";
        foreach (var link in task.Links)
            line = $"{line} · {new ChatText.Link(link.Key, link.Address)}";
        return task.IsOpen && what.Priority is { } priority ? (ChatText)$"{line} · {priority.Name}" : line;
    }

    static IEnumerable<Button> Buttons(Incident incident, ActionItem[] tasks)
    {
        var (name, open) = (incident.Reference, tasks.Where(task => task.IsOpen).ToArray());
        foreach (var task in open.Take(MostAtHand))
        {
            yield return new($"{task.Number} is done", $"task {name} done {task.Number}");
            if (task.What.Owner is null)
                yield return new($"Take {task.Number}", $"task {name} take {task.Number}");
        }
        if (open.Length > MostAtHand)
            yield return new("Another is done", $"task {name} done");
        if (incident.TakesTasks(false))
            yield return new("Add a task", $"task {name} add", ButtonStyle.Primary);
        if (incident.TakesTasks(true))
            yield return new("Add a follow-up", $"followup {name} add", incident.IsOpen ? ButtonStyle.Plain : ButtonStyle.Primary);
        if (open.Length > 0)
        {
            yield return new("Give one away", $"task {name} give");
            yield return new("Change one", $"task {name} change");
            yield return new("Drop one", $"task {name} drop");
        }
        yield return new("My tasks", "tasks mine");
    }

    static ChatText Hint(Incident incident) =>
        incident.IsOpen ? $"{new ChatText.Code($"task {incident.Reference} restart the gateway @ada due 30m")} adds one."
        : incident.TakesTasks(true) ? $"{new ChatText.Code($"followup {incident.Reference} alert on full disks @ada due friday")} adds one."
        : (ChatText)$"It is {incident.Status.Words()}; nothing is left to do for it.";
}
