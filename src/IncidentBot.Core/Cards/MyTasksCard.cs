using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What one person is to do, over all incidents they may see.</summary>
public static class MyTasksCard
{
    const int MostLines = 15;
    const int MostAtHand = 5;

    public static Card For(IReadOnlyList<TaskRow> tasks, DateTimeOffset now) =>
        new(tasks.Count == 0 ? (ChatText)$"You have no tasks" : $"Your tasks: {tasks.Count}")
        {
            Accent = tasks.Count == 0 ? Accent.Good : tasks.Any(task => task.Due < now) ? Accent.Warning : Accent.None,
            Lines =
            [
                .. tasks.Take(MostLines).Select(row => row.Due < now ? $"Overdue: {TasksCard.LineOf(row)}" : TasksCard.LineOf(row)),
                .. tasks.Count <= MostLines ? [] : new ChatText[] { $"… and {tasks.Count - MostLines} more." },
            ],
            Buttons =
            [
                .. tasks.Take(MostAtHand).Select(row => new Button($"{row.Reference}: {row.Number} is done", $"task {row.Reference} done {row.Number}")),
                .. tasks.Select(row => row.Reference).Distinct().Take(MostAtHand).Select(name => new Button($"Tasks of {name}", $"tasks {name}")),
                .. tasks.Count > 0 ? [] : new Button[] { new("Show open incidents", "list") },
            ],
            Hint = tasks.Count == 0
                ? (ChatText)$"Somebody may give you one: {new ChatText.Code("task INC-12 give 2 @name")}."
                : $"The one that is due first comes first.",
        };
}
