using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Storage;

public class SeeingTheSameThingAgain
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Counts_and_remembers_the_last_one_and_the_newest_way_out(string kind)
    {
        var store = await Store.On(kind);
        var first = await store.Declare(severity: new("SEV2", 2));
        await store.Resolve(first, "restart it");
        store.Clock.Advance(TimeSpan.FromDays(1));
        var second = await store.Declare(severity: new("SEV1", 1));
        await store.Resolve(second);
        store.Clock.Advance(TimeSpan.FromDays(1));

        var third = await store.Declare();

        Assert.Null(first.Before);
        Assert.Equal(
            new Recurrence(
                2, first.Times.DeclaredAt!.Value, second.Times.DeclaredAt!.Value, "INC-2", new("SEV1", 1), new("P1", 1), "restart it"),
            third.Before);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Counts_no_drill(string kind)
    {
        var store = await Store.On(kind);
        await store.Declare(drill: true);

        Assert.Null((await store.Declare()).Before);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Says_nothing_of_a_private_one_to_everybody(string kind)
    {
        var store = await Store.On(kind);
        await store.Resolve(await store.Declare(@private: true), "the key is under the mat");

        Assert.Null((await store.Declare(by: Grace)).Before);
        Assert.Equal("INC-2", (await store.Declare(by: Grace, @private: true)).Before?.Last);
        var insider = await store.Declare(by: Ada, @private: true);
        Assert.Equal("the key is under the mat", insider.Before?.HowToResolve);
    }
}
