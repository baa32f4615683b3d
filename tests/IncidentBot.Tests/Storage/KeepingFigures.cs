using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Storage;

public class KeepingFigures
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    static readonly Severity Sev1 = new("SEV1", 1);

    static MeasureFilter Ever(Person? viewer) => new(viewer, BotHarness.Start.AddYears(-1), BotHarness.Start.AddYears(1));

    static async Task<IEnumerable<int>> Numbers(Store store, MeasureFilter filter) =>
        (await store.Incidents.Measure(filter, default)).Items.Select(one => one.Number);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Writes_them_with_the_facts_and_corrects_them_with_the_times(string kind)
    {
        var store = await Store.On(kind);
        var incident = await store.Declare(severity: Sev1, services: ["check_out", "ledger"]);
        store.Clock.Advance(TimeSpan.FromMinutes(3));
        await store.Change(incident, now => now.Acknowledge(store.From()));
        store.Clock.Advance(TimeSpan.FromMinutes(57));
        await store.Resolve(incident);

        var measured = Assert.Single((await store.Incidents.Measure(Ever(Ada) with { By = Facet.Service }, default)).Items);
        Assert.Equal((1, 180_000L, 3_600_000L, true, ",check_out,ledger,"), (measured.Number, measured.Acknowledge, measured.Resolve, measured.FirstContact, measured.Services));

        await store.Change(incident, now => now.CorrectTime(Milestone.Started, BotHarness.Start.AddMinutes(-10), "", store.From()));
        await store.Change(incident, now => now.CorrectTime(Milestone.Detected, BotHarness.Start.AddMinutes(-5), "", store.From()));
        measured = Assert.Single((await store.Incidents.Measure(Ever(Ada), default)).Items);
        Assert.Equal((BotHarness.Start.AddMinutes(-5).ToUnixTimeMilliseconds(), 300_000L, 3_900_000L), (measured.At, measured.Detect, measured.Resolve));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Reads_a_period_and_what_it_is_narrowed_to(string kind)
    {
        var store = await Store.On(kind);
        await store.Declare("one", Sev1, services: ["check_out"]);
        await store.Declare("two", services: ["checkXout"]);
        await store.Change(await store.Declare("mistake"), now => now.Cancel("", store.From()));
        await store.Declare("drill", drill: true);
        store.Clock.Advance(TimeSpan.FromDays(2));
        await store.Declare("three", Sev1);

        Assert.Equal([1, 2, 5], await Numbers(store, Ever(null)));
        Assert.Equal([1], await Numbers(store, Ever(null) with { Service = "check_out" }));
        Assert.Equal([1, 5], await Numbers(store, Ever(null) with { Severity = "SEV1" }));
        Assert.Equal([5], await Numbers(store, Ever(null) with { From = BotHarness.Start.AddDays(1) }));
        Assert.Empty(await Numbers(store, Ever(null) with { Team = "nobody" }));
        Assert.Equal([1, 2, 5], await Numbers(store, Ever(null) with { Source = "staff" }));
        Assert.Empty(await Numbers(store, Ever(null) with { Category = "software" }));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Counts_private_ones_for_those_who_may_see_them(string kind)
    {
        var store = await Store.On(kind);
        await store.Declare("secret", @private: true, by: Ada);

        Assert.Equal([1], await Numbers(store, Ever(Ada)));
        Assert.Empty(await Numbers(store, Ever(Grace)));
        Assert.Empty(await Numbers(store, Ever(null)));
    }

    /// <summary>As a database stands that was written before there were figures, and one whose figures are worked out anew.</summary>
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Works_those_of_older_incidents_out_of_their_facts(string kind)
    {
        var store = await Store.On(kind);
        for (var at = 1; at <= 205; at++)
            await store.Declare($"outage {at}", Sev1);
        await store.Change(await store.Declare("mistake"), now => now.Cancel("", store.From()));
        await store.Resolve((await store.Incidents.Find(new Reference("INC", 7), default))!);
        var before = (await store.Incidents.Measure(Ever(Ada) with { By = Facet.Severity }, default)).Items;
        var counting = new Counting(store.Database, new(store), new(store.Database), store);

        await store.Execute("DELETE FROM figures");
        await counting.Again(default);
        Assert.Equal(206, (await store.Incidents.Measure(Ever(Ada), default)).Uncounted);
        // What changes meanwhile is not undone by what comes after.
        await store.Resolve((await store.Incidents.Find(new Reference("INC", 8), default))!);
        Assert.Equal(6, await counting.Step(default));
        Assert.Equal(0, await counting.Step(default));
        Assert.Equal(0, await counting.Step(default));

        var after = await store.Incidents.Measure(Ever(Ada) with { By = Facet.Severity }, default);
        Assert.Equal(0, after.Uncounted);
        Assert.Equal(before.Where(one => one.Number != 8), after.Items.Where(one => one.Number != 8));
        Assert.NotNull(after.Items.Single(one => one.Number == 8).Resolve);
    }
}
