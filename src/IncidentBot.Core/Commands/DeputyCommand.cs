using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Names who stands in for the holder of a role.</summary>
public sealed class DeputyCommand : IChangeCommand
{
    public Usage Usage { get; } = new("deputy [role] <@user>", "Name who stands in for the holder of a role", Topics.People);

    public IEnumerable<string> Next(string text, Organisation org) => text == "" ? org.Roles.Select(role => role.Key) : [];

    public Form? Ask(Incident incident, Request request)
    {
        var (role, who) = RoleCommand.Written(request);
        return request.IsForm || who != "" || (role is null && request.Text != "") ? null : new(
            $"Deputy in {incident.Reference}", $"deputy {incident.Reference}", "Name deputy",
            [Forms.Role(request.Org, role?.Role ?? Role.IncidentManager), new PersonInput("person", "Who stands in") { Required = true }]);
    }

    public Decision Decide(Incident incident, Request request)
    {
        if (request.IsForm)
            return incident.NameDeputy(request.Org.FindRole(request.Answer("role"))!, request.Who(request.Answer("person"))!, request.From);
        var (role, who) = RoleCommand.Written(request);
        if (role is null && (request.Text.StartsWith('@') || request.Text.Equals("me", StringComparison.OrdinalIgnoreCase)))
            (role, who) = (request.Org.Describe(Role.IncidentManager), request.Text);
        return role is null ? RoleCommand.Unknown(Grammar.Cut(request.Text).Word, request.Org)
            : request.Who(who) is { } person ? incident.NameDeputy(role, person, request.From)
            : RoleCommand.NoSuchPerson(who);
    }
}
