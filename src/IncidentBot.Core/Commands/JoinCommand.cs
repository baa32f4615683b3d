using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Becomes a responder, or brings somebody in.</summary>
public sealed class JoinCommand : IChangeCommand
{
    public Usage Usage { get; } = new("join [@user]", "Join the response, or bring somebody in", Topics.People, "invite");

    public Decision Decide(Incident incident, Request request) =>
        request.Text == "" ? incident.Join(request.By, request.From)
        : request.Who(request.Text) is { } who ? incident.Join(who, request.From)
        : RoleCommand.NoSuchPerson(request.Text);
}
