using IncidentBot.Chat;

namespace IncidentBot.Incidents;

public sealed record TaskAdded(int Number, TaskDetails What, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Tasks = [.. incident.Tasks, new(Number, What)] };

    public override ChatText Describe() => $"{By} added {What.Kind} {Number}: {What.Text}{TaskWords.Of(What)}";
    protected override string? Findable => What.Text;
}

/// <summary>Somebody else does it, or later, or it reads otherwise.</summary>
public sealed record TaskChanged(int Number, TaskDetails Was, TaskDetails Is, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.WithTask(
        Number, task => Was.Due == Is.Due ? task with { What = Is } : task with { What = Is, Reminders = 0, RemindedAt = null });

    public override ChatText Describe() => Was == Is
        ? (ChatText)$"{By} looked at {Was.Kind} {Number}: {Is.Text}"
        : $"{By} changed {Was.Kind} {Number}: {ChatText.Join(", ", TaskWords.Difference(Was, Is))}";

    protected override string? Findable => Is.Text;
}

public sealed record TaskDone(int Number, string Text, bool FollowUp, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident.WithTask(Number, task => task with { State = TaskState.Done, EndedAt = From.At, EndedBy = By });

    public override ChatText Describe() => $"{By} did {(FollowUp ? "follow-up" : "task")} {Number}: {Text}";
}

public sealed record TaskReopened(int Number, string Text, bool FollowUp, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.WithTask(
        Number, task => new(task.Number, task.What) { Links = task.Links });

    public override ChatText Describe() => $"{By} reopened {(FollowUp ? "follow-up" : "task")} {Number}: {Text}";
}

/// <summary>Nobody will do it; it is kept with the reason.</summary>
public sealed record TaskDropped(int Number, string Text, bool FollowUp, string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.WithTask(
        Number, task => task with { State = TaskState.Dropped, EndedAt = From.At, EndedBy = By, DroppedBecause = Reason });

    public override ChatText Describe() =>
        $"{By} dropped {(FollowUp ? "follow-up" : "task")} {Number}: {Text}{SeverityChanged.Because(Reason)}";
}

/// <summary>A follow-up stands in the tracker of others from now on.</summary>
/// <param name="Label">What people call the tracker.</param>
public sealed record TaskLinked(int Number, string Tracker, string Label, string Key, Uri Address, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident.WithTask(Number, task => task with { Links = [.. task.Links, new(Tracker, Key, Address)] });

    protected override bool IsResponse => false;

    public override ChatText Describe() => $"Follow-up {Number} stands in {Label} as {new ChatText.Link(Key, Address)}";
}

/// <summary>The bot reminded those who have these tasks that they are due.</summary>
public sealed record TasksReminded(IReadOnlyList<int> Numbers, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => Numbers.Aggregate(incident, (now, number) =>
        now.WithTask(number, task => task with { Reminders = task.Reminders + 1, RemindedAt = From.At }));

    public override ChatText Describe() => $"Reminded of what is due: task {string.Join(", ", Numbers)}";
}

/// <summary>How the details of a task are said.</summary>
static class TaskWords
{
    /// <summary>", for Ada, due 14:05, P2": what was decided beyond its text.</summary>
    public static ChatText Of(TaskDetails what)
    {
        var said = Said(what).ToArray();
        return said.Length == 0 ? ChatText.Empty : $" ({ChatText.Join(", ", said)})";
    }

    public static IEnumerable<ChatText> Difference(TaskDetails was, TaskDetails now)
    {
        if (was.Text != now.Text)
            yield return $"it reads “{now.Text}” (it was: {was.Text})";
        if (was.Owner != now.Owner)
            yield return now.Owner is null ? (ChatText)$"nobody does it (it was {was.Owner})" : $"{now.Owner} does it";
        if (was.Due != now.Due)
            yield return now.Due is null ? (ChatText)$"no due time (it was {was.Due})" : $"due {now.Due}";
        if (was.Priority != now.Priority)
            yield return $"priority {now.Priority?.Name ?? "none"}";
        if (was.FollowUp != now.FollowUp)
            yield return $"it is a {now.Kind}";
    }

    static IEnumerable<ChatText> Said(TaskDetails what)
    {
        if (what.Owner is not null)
            yield return $"{what.Owner}";
        if (what.Due is not null)
            yield return $"due {what.Due}";
        if (what.Priority is not null)
            yield return $"{what.Priority.Name}";
    }
}
