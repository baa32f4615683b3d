using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>Once a week, where everybody looks: what is overdue, of incidents that everybody may read of.</summary>
public static class OverdueCard
{
    const int Most = 15;

    /// <param name="tasks">Those due first come first.</param>
    /// <param name="all">How many there are.</param>
    public static Card For(IReadOnlyList<OwnedTask> tasks, int all) =>
        new(all == 1 ? (ChatText)$"One task is overdue" : $"{all} tasks are overdue")
        {
            Accent = Accent.Warning,
            Lines =
            [
                .. tasks.Take(Most).Select(task => (ChatText)$"{TasksCard.LineOf(task.Task)} · {(task.Owner is null ? (ChatText)$"nobody yet" : $"{task.Owner}")}"),
                .. all <= Most ? [] : new ChatText[] { $"… and {all - Most} more." },
            ],
            Buttons = [new("My tasks", "tasks mine")],
            Hint = $"Who has one of these is reminded of it; {new ChatText.Code("task INC-12 due 2 friday")} moves one.",
        };
}
