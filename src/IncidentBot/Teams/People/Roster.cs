using System.Collections.Concurrent;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;

namespace IncidentBot.Teams.People;

/// <summary>Which account in Entra somebody has: the one of the organisation's file, else the one with their mail address.</summary>
public sealed class Roster(ICurrentOrganisation organisation, IPeople people, ByMail byMail, TeamsApi api, TimeProvider clock)
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
        if (await byMail.Find(mail, ct) is not var (account, name))
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
        var strangers = new List<string>();
        foreach (var account in await AccountsOf(all, ct))
            if (!await api.Has(TeamsIds.ChannelOf(channel), account, ct))
                strangers.Add(account);
        return strangers;
    }
}
