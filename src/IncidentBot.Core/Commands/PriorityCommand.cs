using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>How soon somebody must act.</summary>
public sealed class PriorityCommand : IChangeCommand
{
    public Usage Usage { get; } = new("priority <priority> [reason]", "Say how soon somebody must act", Topics.Rating, "prio");

    public IEnumerable<string> Next(string text, Organisation org) =>
        text == "" ? org.Priorities.Select(level => level.Priority.Name.ToLowerInvariant()) : [];

    public Form? Ask(Incident incident, Request request) => !request.IsBare ? null : new(
        $"Priority of {incident.Reference}", $"priority {incident.Reference}", "Set priority",
        [
            Forms.Priority(request.Org, incident.Priority) with { Required = true },
            new TextInput("reason", "Why", MaxLength: 500),
        ]);

    public Decision Decide(Incident incident, Request request)
    {
        var (word, reason) = request.IsForm ? (request.Answer("priority"), request.Answer("reason")) : Grammar.Cut(request.Text);
        return request.Org.FindPriority(word) is { } priority
            ? incident.ChangePriority(priority, request.Org, request.From, reason)
            : Decision.Reject(
                $"“{word}” is no priority. Choose one of {string.Join(", ", request.Org.Priorities.Select(level => level.Priority.Name))}.",
                "priority");
    }
}
