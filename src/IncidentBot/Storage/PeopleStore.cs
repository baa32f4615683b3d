using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Storage;

/// <summary>Everybody the bot knows: the organisation's people first, then those it has met.</summary>
public sealed class PeopleStore(Database database, ICurrentOrganisation organisation, Acquaintances acquaintances) : IPeople
{
    public async Task<Person?> Find(string handle, CancellationToken ct)
    {
        var members = organisation.Now.People;
        if (members.FirstOrDefault(one => Same(one.Person.Id, handle)) is { } byId)
            return byId.Person;
        if (handle.Split(':', 2) is [var platform, var id]
            && members.FirstOrDefault(one => one.Accounts.Contains(new(platform, id))) is { } byAccount)
            return byAccount.Person;

        handle = Storable.Text(handle);
        var word = Word(handle);
        var met = await database.Read(connection => connection.QueryAsync<(string Id, string Name)>(
            "SELECT id, name FROM people WHERE id = @handle OR word = @word ORDER BY id LIMIT 3", new { handle, word }), ct);
        if (met.FirstOrDefault(one => one.Id == handle) is { Id: not null } exact)
            return new(exact.Id, exact.Name);
        // A name that two people have names nobody.
        Person[] named =
        [
            .. members.Where(one => Word(one.Person.Name) == word).Select(one => one.Person),
            .. met.Select(one => new Person(one.Id, one.Name)),
        ];
        return named.Distinct().ToArray() is [var only] ? only : null;
    }

    public async Task<IReadOnlyList<Person>> Complete(string beginning, int limit, CancellationToken ct)
    {
        var word = Word(beginning);
        var met = await database.Read(connection => connection.QueryAsync<(string Id, string Name)>(
            "SELECT id, name FROM people WHERE word >= @word AND word < @end ORDER BY word LIMIT @limit",
            new { word, end = word + '\uffff', limit }), ct);
        return
        [
            .. organisation.Now.People.Select(one => one.Person)
                .Where(one => Word(one.Name).StartsWith(word, StringComparison.Ordinal) || one.Id.StartsWith(word, StringComparison.Ordinal))
                .Concat(met.Select(one => new Person(one.Id, one.Name)))
                .Distinct().Take(limit),
        ];
    }

    public async Task<Person> Meet(Account account, string name, CancellationToken ct, string? mail = null)
    {
        if (mail is not null && organisation.Now.MemberBehind(account, mail) is { } member && acquaintances.Learn(account, member.Person.Id))
            await database.Write(writing => writing.Execute(
                """
                INSERT INTO accounts (platform, id, person) VALUES (@Platform, @Id, @person)
                ON CONFLICT (platform, id) DO UPDATE SET person = excluded.person
                """,
                new { account.Platform, account.Id, person = member.Person.Id }), ct);
        var person = organisation.Now.PersonOf(account, name);
        if (person.Id == $"{account}")
            await database.Write(writing => writing.Connection.ExecuteAsync(
                """
                INSERT INTO people (id, name, word) VALUES (@Id, @Name, @word)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, word = excluded.word
                """,
                new { person.Id, Name = Storable.Text(person.Name), word = Word(person.Name) }, writing.Transaction), ct);
        return person;
    }

    /// <summary>Who turned out to be whom before this start, or on another node.</summary>
    public async Task Recall(CancellationToken ct)
    {
        foreach (var (platform, id, person) in await database.Read(connection => connection.QueryAsync<(string, string, string)>(
            "SELECT platform, id, person FROM accounts"), ct))
            acquaintances.Learn(new(platform, id), person);
    }

    static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    static string Word(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
