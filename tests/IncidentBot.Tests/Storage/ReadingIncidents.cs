using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Storage;

public class ReadingIncidents
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Gives_back_what_was_written(string kind)
    {
        var store = await Store.On(kind);
        var written = await store.Note(await store.Declare(severity: new("SEV2", 2), services: ["checkout"]), "it's \"odd\" – ünd <b>");

        var byId = await store.Incidents.Find(written.Id, default);
        var byReference = await store.Incidents.Find(written.Reference, default);

        foreach (var read in new[] { byId, byReference })
            Assert.Equal(
                (written.Version, written.Title, written.Severity, written.Status, written.Times.DeclaredAt, "checkout"),
                (read!.Version, read.Title, read.Severity, read.Status, read.Times.DeclaredAt, Assert.Single(read.Services)));
        Assert.Equal(
            "it's \"odd\" – ünd <b>",
            (await store.Incidents.History(written.Id, default)).Select(one => one.Fact).OfType<Noted>().Single().Text);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Finds_nothing_where_nothing_is(string kind)
    {
        var store = await Store.On(kind);

        Assert.Null(await store.Incidents.Find(new IncidentId(Guid.Empty), default));
        Assert.Null(await store.Incidents.Find(new Reference("INC", 7), default));
        Assert.Null(await store.Incidents.In(new("slack", "C1", "c1"), default));
        Assert.Null(await store.Incidents.Change("x", new(Guid.Empty), now => now.Note("x", null, false, store.From()), default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Finds_an_incident_by_its_own_room(string kind)
    {
        var store = await Store.On(kind);
        var incident = await store.Declare();
        await store.Change(incident, now => now.OpenRoom(new("slack", "C1", "inc-1"), store.From(Person.Bot)));

        Assert.Equal(incident.Id, (await store.Incidents.In(new("slack", "C1", "renamed since"), default))?.Id);
        Assert.Null(await store.Incidents.In(new("teams", "C1", "inc-1"), default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Keeps_everything_over_a_restart(string kind)
    {
        var where = kind == "sqlite" ? TestDatabase.NewFile() : await TestDatabase.NewOnServer();
        Incident incident;
        await using (var database = TestDatabase.Open(kind, where))
        {
            await new Migrator(database).Run(default);
            incident = await new Store(database).Note(await new Store(database).Declare(), "before");
        }

        await using var again = TestDatabase.Open(kind, where);
        await new Migrator(again).Run(default);
        var store = new Store(again);

        Assert.Equal(2, (await store.Incidents.Find(incident.Id, default))!.Version);
        Assert.NotNull(await store.Timers.Next(default));
        store.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotEmpty(await store.Outbox.Claim("slack", 10, TimeSpan.FromMinutes(1), default));
        Assert.Equal(["Checkout is down"], await store.Search("before"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Knows_people_as_the_file_knows_them_now(string kind)
    {
        var store = await Store.On(kind);
        var stranger = new Person("slack:U1", "ada l");
        var incident = await store.Declare(by: stranger);
        await store.Change(incident, now => now.Assign(store.Now.Describe(Role.IncidentManager), stranger, store.From(stranger)));
        var ada = new Person("ada", "Ada Lovelace");

        store.Now = store.Now with { People = [new(ada, [new("slack", "U1")], null, null)] };

        var read = (await store.Incidents.Find(incident.Id, default))!;
        Assert.Equal(("ada", "Ada Lovelace"), (read.Reporter!.Id, read.Reporter.Name));
        Assert.Equal(ada, Assert.Single(read.Responders));
        var row = Assert.Single((await store.Incidents.List(new(ada) { Mine = true }, default)).Items);
        Assert.Equal(ada, row.Lead);
    }
}
