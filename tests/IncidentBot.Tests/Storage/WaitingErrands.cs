using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Storage;

public class WaitingErrands
{
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    static readonly Room Here = new("slack", "C1", "c1");
    static readonly Room There = new("slack", "C2", "c2");

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    static Errand.Say Say(string key, Room? room = null) => new(room ?? Here, new($"{key}"), key);

    static Errand.Page Page(Person who, bool first) => new(who, "key", "why", first);

    static async Task<(Store Store, IncidentId Id)> With(string kind, params Errand[] errands)
    {
        var store = await Store.On(kind);
        var id = (await store.Declare()).Id;
        await store.Execute("DELETE FROM outbox");
        await store.Outbox.Put(id, errands, default);
        return (store, id);
    }

    static async Task<IReadOnlyList<ErrandClaim>> Claim(Store store, string lane = "slack", int limit = 10) =>
        await store.Outbox.Claim(lane, limit, Lease, default);

    static IEnumerable<string> Keys(IEnumerable<ErrandClaim> claims) =>
        claims.Select(claim => ((Errand.Say)claim.Errand).Key);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_one_place_are_run_one_after_the_other(string kind)
    {
        var (store, _) = await With(kind, Say("1"), Say("2"), Say("other", There));

        var first = await Claim(store);
        Assert.Equal(["1", "other"], Keys(first));
        Assert.Empty(await Claim(store));

        Assert.True(await store.Outbox.Done(first[0], default));
        Assert.Equal(["2"], Keys(await Claim(store)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Wait_behind_one_that_is_postponed_but_not_behind_one_that_is_buried(string kind)
    {
        var (store, _) = await With(kind, Say("1"), Say("2"), Say("3"));

        await store.Outbox.Postpone(Assert.Single(await Claim(store)), TimeSpan.FromSeconds(30), "rate limit", default);
        Assert.Empty(await Claim(store));
        store.Clock.Advance(TimeSpan.FromSeconds(30));
        var again = Assert.Single(await Claim(store));
        Assert.Equal(("1", 2), (Keys([again]).Single(), again.Attempts));

        Assert.True(await store.Outbox.Bury(again, "no such room", default));
        Assert.Equal(["2"], Keys(await Claim(store)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Go_to_somebody_else_when_the_lease_ends_and_the_first_can_mark_nothing_any_more(string kind)
    {
        var (store, _) = await With(kind, Say("1"));
        var slow = Assert.Single(await Claim(store));

        store.Clock.Advance(Lease);
        var quick = Assert.Single(await Claim(store));

        Assert.True(quick.Fence > slow.Fence);
        Assert.False(await store.Outbox.Done(slow, default));
        Assert.False(await store.Outbox.Postpone(slow, Lease, "late", default));
        Assert.False(await store.Outbox.Bury(slow, "late", default));
        Assert.True(await store.Outbox.Done(quick, default));
        Assert.Equal(0, (await store.Outbox.Depth(default)).Errands);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Are_taken_the_most_urgent_first_however_many_wait(string kind)
    {
        var (store, id) = await With(kind, Page(Ada, first: false));
        store.Clock.Advance(TimeSpan.FromSeconds(5));
        await store.Outbox.Put(id, [Page(Grace, first: true)], default);
        await store.Outbox.Put(id, [new Errand.Invite(Here, Ada), new Errand.ShowCard(There)], default);

        Assert.Equal(Grace, ((Errand.Page)Assert.Single(await Claim(store, "page", 1)).Errand).Whom);
        Assert.IsType<Errand.ShowCard>(Assert.Single(await Claim(store, "slack", 1)).Errand);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task That_show_the_same_card_are_one_until_somebody_has_begun(string kind)
    {
        var (store, id) = await With(kind, new Errand.ShowCard(Here), new Errand.ShowCard(Here));
        await store.Outbox.Put(id, [new Errand.ShowCard(Here with { Name = "renamed" }), new Errand.ShowCard(There)], default);
        Assert.Equal(2, (await store.Outbox.Depth(default)).Errands);

        var begun = (await Claim(store)).Single(claim => claim.Errand == new Errand.ShowCard(Here));
        await store.Outbox.Put(id, [new Errand.ShowCard(Here)], default);

        Assert.Equal(3, (await store.Outbox.Depth(default)).Errands);
        await store.Outbox.Done(begun, default);
        Assert.Equal(new Errand.ShowCard(Here), Assert.Single(await Claim(store)).Errand);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Never_lose_their_head_when_some_are_added_while_others_are_done(string kind)
    {
        var (store, id) = await With(kind);
        var done = 0;

        await Task.WhenAll(
            Task.Run(async () =>
            {
                for (var at = 0; at < 60; at++)
                    await store.Outbox.Put(id, [Say($"{at}")], default);
            }),
            Task.Run(async () =>
            {
                while (done < 60)
                    foreach (var claim in await Claim(store))
                    {
                        Assert.Equal($"{done++}", Keys([claim]).Single());
                        Assert.True(await store.Outbox.Done(claim, default));
                    }
            }));

        Assert.Equal(0, (await store.Outbox.Depth(default)).Errands);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Are_claimed_by_one_of_many(string kind)
    {
        var (store, _) = await With(kind, [.. Enumerable.Range(1, 40).Select(at => Say($"{at}", new("slack", $"C{at}", "")))]);

        var claims = await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => Task.Run(() => Claim(store, limit: 10))));

        var ids = claims.SelectMany(some => some).Select(claim => claim.Id).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(40, ids.Length + (await Claim(store, limit: 40)).Count);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Call_for_a_fallback_when_a_page_waits_too_long_and_only_once(string kind)
    {
        var (store, _) = await With(kind, Page(Ada, first: true));
        await store.Outbox.Postpone(Assert.Single(await Claim(store, "page")), TimeSpan.FromHours(1), "down", default);
        Assert.Empty(await store.Outbox.Undelivered(Lease, 10, default));

        store.Clock.Advance(Lease);
        var late = Assert.Single(await store.Outbox.Undelivered(Lease, 10, default));
        await store.Outbox.FellBack(late, default);

        Assert.Empty(await store.Outbox.Undelivered(Lease, 10, default));
        Assert.Equal(1, (await store.Outbox.Depth(default)).Errands);
    }
}
