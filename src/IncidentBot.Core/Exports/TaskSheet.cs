using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>A task or follow-up as a line beside the timeline.</summary>
/// <param name="Owner">Who does it or, once it is done, did it; null: nobody yet.</param>
public sealed record TaskSheet(
    int Number, string Text, bool FollowUp, TaskState State, Person? Owner, DateTimeOffset? Due, string? Priority, string DroppedBecause)
{
    public static IReadOnlyList<TaskSheet> For(Incident incident) =>
    [
        .. incident.Tasks.OrderBy(task => task.What.FollowUp).Select(task => new TaskSheet(
            task.Number, task.What.Text, task.What.FollowUp, task.State, task.State == TaskState.Done ? task.EndedBy : task.What.Owner, task.What.Due, task.What.Priority?.Name,
            task.DroppedBecause)),
    ];

    public string StateInWords => $"{State}".ToLowerInvariant();
}
