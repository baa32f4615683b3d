using System.Collections.Immutable;
using IncidentBot.Chat;

namespace IncidentBot.Catalog;

/// <summary>Accounts that turned out to belong to somebody of the organisation's file, which doesn't name them itself.</summary>
public sealed class Acquaintances
{
    ImmutableDictionary<Account, string> known = [];

    /// <summary>By account, the id of the person.</summary>
    public ImmutableDictionary<Account, string> Known => known;

    /// <returns>Whether that is news.</returns>
    public bool Learn(Account account, string person)
    {
        var news = false;
        ImmutableInterlocked.Update(ref known, before =>
        {
            news = before.GetValueOrDefault(account) != person;
            return news ? before.SetItem(account, person) : before;
        });
        return news;
    }
}

/// <summary>The organisation in force, its people with every account that is known to be theirs.</summary>
/// <remarks>What the file says goes first: an account it names is nobody else's, a platform it names one for needs no other.</remarks>
public sealed class AcquaintedOrganisation(ICurrentOrganisation file, Acquaintances acquaintances) : ICurrentOrganisation
{
    volatile Merged? last;

    public Organisation Now
    {
        get
        {
            var (said, known) = (file.Now, acquaintances.Known);
            if (last is { } same && same.Said == (object)said && same.Known == known)
                return same.Whole;
            last = new(said, known, known.IsEmpty ? said : said with { People = [.. said.People.Select(one => With(one, said, known))] });
            return last.Whole;
        }
    }

    static Member With(Member member, Organisation said, ImmutableDictionary<Account, string> known) =>
        known.Where(one => one.Value == member.Person.Id && member.Accounts.All(own => own.Platform != one.Key.Platform)
                && !said.People.Any(other => other.Accounts.Contains(one.Key)))
            .Select(one => one.Key).ToArray() is { Length: > 0 } more
            ? member with { Accounts = [.. member.Accounts, .. more] }
            : member;

    sealed record Merged(object Said, ImmutableDictionary<Account, string> Known, Organisation Whole);
}
