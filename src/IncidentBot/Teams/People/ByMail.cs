using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.Outgoing;
using IncidentBot.Wire;

namespace IncidentBot.Teams.People;

/// <summary>Finds somebody by their mail address: in the organisation where the bot may look there, else in its team.</summary>
public sealed class ByMail(GraphApi graph, TeamsApi api, HomeTeams teams)
{
    /// <returns>Null: there is nobody, or more than one.</returns>
    public async Task<(string Account, string Name)?> Find(string mail, CancellationToken ct)
    {
        try
        {
            return await InTheOrganisation(mail, ct);
        }
        catch (ChatRefusedException)
        {
            return await InTheTeam(mail, ct);
        }
    }

    /// <remarks>Their sign-in name most often is their address. https://learn.microsoft.com/graph/api/user-list</remarks>
    async Task<(string, string)?> InTheOrganisation(string mail, CancellationToken ct)
    {
        var quoted = mail.Replace("'", "''", StringComparison.Ordinal);
        var found = await graph.Ask("somebody by mail", (one, limited) => one.Users.GetAsync(
            ask => (ask.QueryParameters.Filter, ask.QueryParameters.Select) =
                ($"mail eq '{quoted}' or userPrincipalName eq '{quoted}'", ["id", "displayName"]),
            limited), ct);
        return found?.Value is [{ Id: { } id } only] ? (id, only.DisplayName ?? mail) : null;
    }

    async Task<(string, string)?> InTheTeam(string mail, CancellationToken ct)
    {
        try
        {
            if ((await teams.All(ct)).Select(one => one.Thread).FirstOrDefault(one => one is not null) is { } thread)
                await foreach (var member in api.Members(thread, ct))
                    if ((Same(member.Text("email")) || Same(member.Text("userPrincipalName"))) && member.TextOrNull("aadObjectId") is { } account)
                        return (account, member.TextOrNull("name") ?? mail);
        }
        catch (ChatRefusedException)
        {
            // They are found once they have written.
        }
        return null;

        bool Same(string address) => string.Equals(address, mail, StringComparison.OrdinalIgnoreCase);
    }
}
