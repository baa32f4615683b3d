using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;
using IncidentBot.Support;

namespace IncidentBot.Tests.Storage;

public class ShowingCards
{
    static readonly Room Here = new("slack", "C1", "c1");

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Remembers_the_newest_and_never_goes_back(string kind)
    {
        var store = await Store.On(kind);
        var id = new IncidentId(Guid.CreateVersion7());
        Assert.Null(await store.Messages.Find(id, Here, default));

        await store.Messages.Remember(id, new(new(Here, "m1"), 7), default);
        await store.Messages.Remember(id, new(new(Here, "m1"), 6), default);
        Assert.Equal(7, (await store.Messages.Find(id, Here with { Name = "renamed" }, default))?.Version);

        await store.Messages.Remember(id, new(new(Here, "m1"), 8), default);
        Assert.Equal(new ShownCard(new(Here, "m1"), 8), await store.Messages.Find(id, Here, default));
        Assert.Null(await store.Messages.Find(id, new("teams", "C1", "c1"), default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Finds_the_incident_by_its_card(string kind)
    {
        var store = await Store.On(kind);
        var incident = await store.Declare();
        await store.Messages.Remember(incident.Id, new(new(Here, "m1"), 1), default);

        Assert.Equal(incident.Id, (await store.Incidents.ShownBy(new(Here, "m1"), default))?.Id);
        Assert.Null(await store.Incidents.ShownBy(new(Here, "m2"), default));
        Assert.Null(await store.Incidents.ShownBy(new(Here with { Id = "C2" }, "m1"), default));
    }
}
