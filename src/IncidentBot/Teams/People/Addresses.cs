using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;

namespace IncidentBot.Teams.People;

/// <summary>The mail addresses of the organisation's directory, where the bot may look there.</summary>
public sealed class Addresses(GraphApi graph, ICurrentOrganisation organisation) : IAddressBook
{
    /// <remarks>https://learn.microsoft.com/graph/api/user-get</remarks>
    public async Task<string?> MailOf(Person who, CancellationToken ct)
    {
        if (organisation.Now.TeamsIdOf(who) is not { } id)
            return null;
        try
        {
            return (await graph.Ask(
                "somebody's mail", (one, limited) => one.Users[id].GetAsync(ask => ask.QueryParameters.Select = ["mail"], limited), ct))?.Mail;
        }
        catch (ChatRefusedException)
        {
            return null;
        }
    }
}
