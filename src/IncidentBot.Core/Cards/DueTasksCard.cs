using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>Reminds one person of what is due in an incident.</summary>
public static class DueTasksCard
{
    const int Most = 5;

    /// <returns>Null when nothing of theirs is due any more.</returns>
    public static Card? For(Incident incident, Person whom, DateTimeOffset now)
    {
        var due = incident.OpenTasks.Where(task => task.What.Due <= now && (task.What.Owner ?? incident.Lead ?? incident.Reporter) == whom)
            .OrderBy(task => task.What.Due).ToArray();
        var name = incident.Reference;
        return due.Length == 0 ? null : new(due.Length == 1 ? (ChatText)$"A task of {name.ToString()} is due" : $"{due.Length} tasks of {name.ToString()} are due")
        {
            Header = incident.Heading(),
            Accent = Accent.Warning,
            Lines =
            [
                $"{incident.Title}",
                .. due.Take(Most).Select(task => (ChatText)$"{task.Number} {(task.What.FollowUp ? "Follow-up: " : "")}{task.What.Text} (due {task.What.Due})"),
                .. due.Length <= Most ? [] : new ChatText[] { $"… and {due.Length - Most} more." },
            ],
            Buttons =
            [
                .. due.Take(Most).Select(task => new Button($"{task.Number} is done", $"task {name} done {task.Number}")),
                .. due.Take(Most).Select(task => new Button($"Move {task.Number}", $"task {name} due {task.Number}")),
                new("All tasks", $"tasks {name}"),
            ],
            Hint = $"You are reminded once a day, and at most {ActionItem.MostReminders} times.",
        };
    }
}
