using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The tasks of an incident, or those of whoever asks over all of them.</summary>
public sealed class TasksCommand : IQueryCommand
{
    const int Most = 50;

    public Usage Usage { get; } = new("tasks [mine|INC]", "Show the tasks of an incident, or your own everywhere", Topics.Looking, "actions");

    public IEnumerable<string> Next(string text, Organisation org) => text.Trim() == "" ? ["mine"] : [];

    public async Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct) =>
        incident is null || request.Text.Equals("mine", StringComparison.OrdinalIgnoreCase)
            ? new Reply.Shown(MyTasksCard.For(await incidents.TasksOf(request.By, Most, ct), request.Call.At))
            : new Reply.Shown(TasksCard.For(incident, request.Org, request.Call.At), About: $"{incident.Reference}");
}
