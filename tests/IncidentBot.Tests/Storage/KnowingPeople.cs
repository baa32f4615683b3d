using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Support;

namespace IncidentBot.Tests.Storage;

public class KnowingPeople
{
    static readonly Person Ada = new("ada", "Ada Lovelace");

    static readonly Organisation Org = new()
    {
        People = [new(Ada, [new("slack", "U1")], null, null)],
    };

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Finds_them_by_id_account_and_name(string kind)
    {
        var store = await Store.On(kind, Org);
        await store.People.Meet(new("slack", "U2"), "Grace Hopper", default);

        foreach (var handle in new[] { "ada", "ADA", "slack:U1", "Ada Lovelace", "adalovelace" })
            Assert.Equal(Ada, await store.People.Find(handle, default));
        foreach (var handle in new[] { "slack:U2", "Grace Hopper", "grace-hopper" })
            Assert.Equal("slack:U2", (await store.People.Find(handle, default))?.Id);
        Assert.Null(await store.People.Find("nobody", default));
        Assert.Null(await store.People.Find("", default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Takes_nobody_for_somebody_when_two_have_the_name(string kind)
    {
        var store = await Store.On(kind, Org);
        await store.People.Meet(new("slack", "U2"), "Kim", default);
        await store.People.Meet(new("slack", "U3"), "Kim", default);

        Assert.Null(await store.People.Find("kim", default));
        Assert.Equal("slack:U3", (await store.People.Find("slack:U3", default))?.Id);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Completes_what_is_typed_the_organisations_own_first(string kind)
    {
        var store = await Store.On(kind, Org);
        await store.People.Meet(new("slack", "U2"), "Adam", default);
        await store.People.Meet(new("slack", "U3"), "Zoë", default);

        Assert.Equal(["Ada Lovelace", "Adam"], (await store.People.Complete("ad", 10, default)).Select(one => one.Name));
        Assert.Equal(["Zoë"], (await store.People.Complete("zo", 10, default)).Select(one => one.Name));
        Assert.Single(await store.People.Complete("", 1, default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Meets_a_known_account_as_its_owner_and_a_stranger_by_the_name_they_have_now(string kind)
    {
        var store = await Store.On(kind, Org);

        Assert.Equal(Ada, await store.People.Meet(new("slack", "U1"), "ada l", default));
        await store.People.Meet(new("slack", "U2"), "grace", default);
        await store.People.Meet(new("slack", "U2"), "Grace H", default);

        Assert.Equal("Grace H", (await store.People.Find("slack:U2", default))?.Name);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Takes_an_account_with_the_mail_of_somebody_in_the_file_for_theirs_also_after_a_restart(string kind)
    {
        var store = await Store.On(kind);
        var file = new Fixed(new() { People = [new(Ada, [new("room", "ada")], "ada@example.org", null), new(new("grace", "Grace"), [new("slack", "U9")], "grace@example.org", null)] });
        var (before, after) = (new Acquaintances(), new Acquaintances());
        var people = new IncidentBot.Storage.PeopleStore(store.Database, new AcquaintedOrganisation(file, before), before);

        Assert.Equal("ada", (await people.Meet(new("slack", "U1"), "ada l", default, "Ada@Example.org")).Id);
        Assert.Equal("slack:U2", (await people.Meet(new("slack", "U2"), "no mail", default)).Id);
        // The file names another account of hers there.
        Assert.Equal("slack:U3", (await people.Meet(new("slack", "U3"), "grace", default, "grace@example.org")).Id);

        var restarted = new AcquaintedOrganisation(file, after);
        await new IncidentBot.Storage.PeopleStore(store.Database, restarted, after).Recall(default);
        Assert.Equal([new Account("room", "ada"), new("slack", "U1")], restarted.Now.AccountsOf(Ada));
        Assert.Equal([new Account("slack", "U9")], restarted.Now.AccountsOf(new("grace", "")));
    }

    sealed class Fixed(Organisation org) : ICurrentOrganisation
    {
        public Organisation Now { get; } = org;
    }
}
