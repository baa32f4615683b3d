using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The one person who decides.</summary>
public sealed class LeadCommand : IChangeCommand
{
    public Usage Usage { get; } = new("lead [@user|me]", "Take the lead, or give it to somebody", Topics.People, "commander");

    public IEnumerable<string> Next(string text, Organisation org) => text == "" ? ["me", "none"] : [];

    public Decision Decide(Incident incident, Request request) =>
        RoleCommand.Give(incident, request.Org.Describe(Role.IncidentManager), request.Text == "" ? "me" : request.Text, request);
}
