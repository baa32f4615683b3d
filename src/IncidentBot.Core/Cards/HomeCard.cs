using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>The menu outside of any incident: declare, and what is open.</summary>
public static class HomeCard
{
    const int MostTasks = 3;

    public static Card For(Page<IncidentRow> open, Person viewer, IReadOnlyList<TaskRow>? tasks = null) =>
        new(open.Items.Count == 0 ? (ChatText)$"All quiet" : $"Open incidents")
        {
            Accent = open.Items.Count == 0 ? Accent.Good : Accent.Bad,
            Fields = [.. open.Items.Select(ListCard.LineOf)],
            Lines = tasks is not { Count: > 0 } ? [] : [$"Your tasks:", .. tasks.Take(MostTasks).Select(TasksCard.LineOf)],
            Buttons =
            [
                new("Declare", "declare", ButtonStyle.Primary),
                new("My incidents", "list mine"),
                new("All incidents", "list all"),
                new("My tasks", "tasks mine"),
                .. open.Items.Take(3).Select(row => new Button($"{row.Reference}", $"show {row.Reference}")),
                new("Practice", "tutorial"),
                new("Help", "help"),
            ],
            Hint = $"Hello {viewer.Name}. {new ChatText.Code("declare checkout is down")} is all it takes.",
        };
}
