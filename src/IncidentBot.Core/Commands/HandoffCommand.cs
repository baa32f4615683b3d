using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Offers a role one holds to somebody, who accepts or declines.</summary>
public sealed class HandoffCommand : IChangeCommand
{
    public Usage Usage { get; } = new("handoff [role] <@user>", "Offer your role to somebody; it is theirs once they accept", Topics.People, "hand-off");

    public IEnumerable<string> Next(string text, Organisation org) => text == "" ? org.Roles.Select(role => role.Key) : [];

    public Form? Ask(Incident incident, Request request)
    {
        var (role, who) = RoleCommand.Written(request);
        var own = incident.Assignments.FirstOrDefault(one => one.Person == request.By)?.Role;
        return request.IsForm || who != "" || (role is null && request.Text != "") ? null : new(
            $"Hand off a role of {incident.Reference}", $"handoff {incident.Reference}", "Offer it",
            [Forms.Role(request.Org, role?.Role ?? own ?? Role.IncidentManager), new PersonInput("person", "To whom") { Required = true }]);
    }

    public Decision Decide(Incident incident, Request request)
    {
        if (request.IsForm)
            return incident.OfferHandOff(request.Org.FindRole(request.Answer("role"))!, request.Who(request.Answer("person"))!, request.From);
        var (role, who) = RoleCommand.Written(request);
        if (role is null && request.Text.StartsWith('@'))
            (role, who) = (request.Org.Describe(Role.IncidentManager), request.Text);
        return role is null ? RoleCommand.Unknown(Grammar.Cut(request.Text).Word, request.Org)
            : request.Who(who) is { } person ? incident.OfferHandOff(role, person, request.From)
            : RoleCommand.NoSuchPerson(who);
    }
}
