using System.Collections.Concurrent;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Wire;

namespace IncidentBot.Teams.People;

/// <summary>Which account in Entra somebody has: the one of the organisation's file, else the one with their mail address.</summary>
public sealed class Roster(ICurrentOrganisation organisation, IPeople people, GraphApi graph, TeamsApi api, TimeProvider clock)
{
    static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<string, DateTimeOffset> unknown = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Null when they have none here.</returns>
    public async Task<string?> AccountOf(Person person, CancellationToken ct)
    {
        if (organisation.Now.TeamsIdOf(person) is { } known)
            return known;
        if (organisation.Now.FindMember(person.Id)?.Mail is not { } mail || unknown.GetValueOrDefault(mail) > clock.GetUtcNow())
            return null;
        if (await ByMail(mail, ct) is not var (account, name))
        {
            unknown[mail] = clock.GetUtcNow() + LookAgain;
            return null;
        }
        await people.Meet(new(TeamsIds.Platform, account), name, ct, mail);
        return account;
    }

    public async Task<IReadOnlyList<string>> AccountsOf(IReadOnlyList<Person> all, CancellationToken ct)
    {
        var accounts = new List<string>();
        foreach (var person in all)
            if (await AccountOf(person, ct) is { } account)
                accounts.Add(account);
        return accounts;
    }

    /// <summary>The accounts of those who are not in the team that a channel is of.</summary>
    public async Task<IReadOnlyList<string>> Strangers(string channel, IReadOnlyList<Person> all, CancellationToken ct)
    {
        var accounts = (await AccountsOf(all, ct)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (accounts.Count > 0)
            await foreach (var member in api.Members(TeamsIds.ChannelOf(channel), ct))
            {
                accounts.Remove(member.Text("aadObjectId"));
                accounts.Remove(member.Text("objectId"));
                accounts.Remove(member.Text("id"));
            }
        return [.. accounts];
    }

    async Task<(string Account, string Name)?> ByMail(string mail, CancellationToken ct)
    {
        try
        {
            // Their sign-in name most often is their address.
            var found = await graph.Ask("somebody by mail", (one, limited) => one.Users.GetAsync(
                ask =>
                {
                    var quoted = mail.Replace("'", "''", StringComparison.Ordinal);
                    ask.QueryParameters.Filter = $"mail eq '{quoted}' or userPrincipalName eq '{quoted}'";
                    ask.QueryParameters.Select = ["id", "displayName"];
                },
                limited), ct);
            return found?.Value is [{ Id: { } id } only] ? (id, only.DisplayName ?? mail) : null;
        }
        catch (ChatRefusedException)
        {
            // Without the permission people are found once they have written.
            return null;
        }
    }
}
