using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>What is to be done so that it doesn't come back; the dropped ones too.</summary>
    public IEnumerable<ActionItem> FollowUps => Tasks.Where(task => task.What.FollowUp);

    /// <summary>Those somebody still has to do: of an incident that is over only the follow-ups.</summary>
    public IEnumerable<ActionItem> OpenTasks => Tasks.Where(task => task.IsOpen && TakesTasks(task.What.FollowUp));

    public ActionItem? FindTask(int number) => Tasks.FirstOrDefault(task => task.Number == number);

    /// <summary>Whether it may still get one: tasks while it is open, follow-ups when it is resolved or closed, too.</summary>
    public bool TakesTasks(bool followUp) => IsOpen || (followUp && Status is IncidentStatus.Resolved or IncidentStatus.Closed);

    public Decision AddTask(TaskDetails what, Origin from) =>
        !TakesTasks(what.FollowUp) ? NoMoreTasks()
        : Flaw(what, from) is { } flaw ? flaw
        : SameTask(what) is { } same ? Unchange($"That is there already, as {same.Name}.")
        : OpenTasks.Count() >= ActionItem.MostOpen ? Reject($"There are {ActionItem.MostOpen} open ones already. Do or drop one first: {Code($"task {Name} drop 1")}.", "text")
        : Accept(Added(what, Tasks.Count + 1, from));

    /// <summary>Somebody else does it, or later, or it reads otherwise.</summary>
    public Decision ChangeTask(int number, Func<TaskDetails, TaskDetails> change, Origin from)
    {
        if (FindTask(number) is not { } task)
            return NoSuchTask(number);
        if (!task.IsOpen)
            return Reject($"{Capital(task.Name)} is {Words(task.State)}. {Code($"task {Name} reopen {number}")} it first.", "task");
        var now = change(task.What);
        now = now with { Text = now.Text.Trim() };
        return now == task.What ? Unchange($"{Capital(task.Name)} is so already.")
            : !TakesTasks(now.FollowUp) ? NoMoreTasks()
            : Flaw(now.Due == task.What.Due ? now with { Due = null } : now, from)
                ?? Accept(new TaskChanged(number, task.What, now, from));
    }

    public Decision FinishTask(int number, Origin from) =>
        FindTask(number) is not { } task ? NoSuchTask(number)
        : task.State == TaskState.Done ? Unchange($"{Capital(task.Name)} is already done, by {task.EndedBy}.")
        : task.State == TaskState.Dropped ? Reject($"{Capital(task.Name)} is dropped. {Code($"task {Name} reopen {number}")} it first.", "task")
        : Accept(new TaskDone(number, task.What.Text, task.What.FollowUp, from));

    public Decision ReopenTask(int number, Origin from) =>
        FindTask(number) is not { } task ? NoSuchTask(number)
        : task.IsOpen ? Unchange($"{Capital(task.Name)} is open.")
        : !TakesTasks(task.What.FollowUp) ? NoMoreTasks()
        : Accept(new TaskReopened(number, task.What.Text, task.What.FollowUp, from));

    public Decision DropTask(int number, string reason, Origin from) =>
        FindTask(number) is not { } task ? NoSuchTask(number)
        : task.State == TaskState.Dropped ? Unchange($"{Capital(task.Name)} is already dropped.")
        : task.State == TaskState.Done ? Reject($"{Capital(task.Name)} is done. {Code($"task {Name} reopen {number}")} it first.", "task")
        : TooLong("reason", reason) ?? Accept(new TaskDropped(number, task.What.Text, task.What.FollowUp, reason.Trim(), from));

    public Decision LinkTask(int number, string tracker, string label, string key, Uri address, Origin from) =>
        FindTask(number) is not { } task ? NoSuchTask(number)
        : task.Links.Any(link => link.Tracker == tracker) ? Unchange($"{Capital(task.Name)} stands in {label} already.")
        : Accept(new TaskLinked(number, tracker, label, key, address, from));

    /// <summary>Drills are no work for others, and private incidents only where a setting says so.</summary>
    public bool IsMirroredTo(Tracker tracker) => !Drill && !Practice && (!Private || tracker.TakesPrivate);

    /// <summary>When somebody is next to be reminded of a task; null: never.</summary>
    internal DateTimeOffset? NextTaskReminder => Practice ? null : OpenTasks.Min(task => ReminderOf(task));

    internal Decision RemindOfTasks(Origin from) =>
        Accept(new TasksReminded([.. OpenTasks.Where(task => ReminderOf(task) <= from.At).Select(task => task.Number)], from));

    /// <summary>Who is reminded of a task that is nobody's yet is whoever leads, else whoever declared it.</summary>
    internal Person? RemindedOf(ActionItem task) => task.What.Owner ?? Lead ?? Reporter;

    /// <summary>When it is due, then daily; on weekends only the first time of what an open incident waits for.</summary>
    DateTimeOffset? ReminderOf(ActionItem task) => task switch
    {
        { What.Due: null } or { Reminders: >= ActionItem.MostReminders } => null,
        { RemindedAt: { } last } => Timers.Weekday(last + ActionItem.BetweenReminders),
        _ => IsOpen && !task.What.FollowUp ? task.What.Due : Timers.Weekday(task.What.Due.Value),
    };

    internal Incident WithTask(int number, Func<ActionItem, ActionItem> change) =>
        this with { Tasks = [.. Tasks.Select(task => task.Number == number ? change(task) : task)] };

    /// <summary>A resolution's follow-ups, one of each line; what there is already is not added again.</summary>
    IEnumerable<TaskAdded> FollowUpsIn(Resolution resolution, Origin from) => (resolution.FollowUps ?? "").Split('\n')
        .Select(line => Clipped(line.TrimStart(' ', '-', '*', '•', '–', '○').Trim(), ActionItem.LongestText))
        .Where(line => line != "").Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(line => new TaskDetails(line, null, null, null, true))
        .Where(what => SameTask(what) is null)
        .Take(Math.Max(0, ActionItem.MostOpen - OpenTasks.Count()))
        .Select((what, at) => Added(what, Tasks.Count + 1 + at, from));

    static TaskAdded Added(TaskDetails what, int number, Origin from) => new(number, what with { Text = what.Text.Trim() }, from);

    ActionItem? SameTask(TaskDetails what) => Tasks.FirstOrDefault(task =>
        task.IsOpen && task.What.FollowUp == what.FollowUp && task.What.Text.Equals(what.Text.Trim(), StringComparison.OrdinalIgnoreCase));

    static Decision? Flaw(TaskDetails what, Origin from) =>
        what.Text.Trim() is "" ? Reject($"Say what is to be done: {Code("task restart the gateway @ada due friday")}.", "text")
        : what.Text.Trim().Length > ActionItem.LongestText ? Reject($"Say it within {ActionItem.LongestText} characters; the rest fits into a note.", "text")
        : what.Due <= from.At ? Reject($"That due time is over already; give a later one.", "due")
        : null;

    /// <summary>What is left to do when it is resolved is a follow-up; one that never was an incident leaves nothing to do.</summary>
    Decision NoMoreTasks() => Status is IncidentStatus.Resolved or IncidentStatus.Closed
        ? Reject($"{Name} is {Status.Words()}; what is left to do is a follow-up: {Code($"followup {Name} …")}.")
        : NotOpen();

    Decision NoSuchTask(int number) => Tasks.Count == 0
        ? Reject($"{Name} has no tasks yet. Add the first: {Code($"task {Name} restart the gateway")}.", "task")
        : Reject($"{Name} has no task {number}. {Code($"task {Name} list")} shows their numbers.", "task");

    static string Words(TaskState state) => $"{state}".ToLowerInvariant();

    static string Capital(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";
}
