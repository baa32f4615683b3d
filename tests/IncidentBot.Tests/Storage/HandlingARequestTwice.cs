using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Storage;

public class HandlingARequestTwice
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Declares_once_and_answers_with_what_was_declared(string kind)
    {
        var store = await Store.On(kind);

        var first = await store.Start(new("Checkout is down"), once: "event 1");
        var second = await store.Start(new("Checkout is down"), once: "event 1");

        Assert.Equal((false, true), (first.Repeated, second.Repeated));
        Assert.Equal(first.Incident.Id, second.Incident.Id);
        Assert.Equal(["Checkout is down"], await store.List(new(Ada)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Declares_once_however_many_bring_it_at_the_same_time(string kind)
    {
        var store = await Store.On(kind);

        var all = await Task.WhenAll(
            Enumerable.Range(1, 10).Select(_ => Task.Run(() => store.Start(new("Checkout is down"), once: "event 1"))));

        Assert.Single(all, outcome => !outcome.Repeated);
        Assert.Single(all.Select(outcome => outcome.Incident.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Changes_once(string kind)
    {
        var store = await Store.On(kind);
        var incident = await store.Declare();

        await store.Change(incident, now => now.Note("once", null, false, store.From()), "event 2");
        var after = await store.Change(incident, now => now.Note("once", null, false, store.From()), "event 2");

        Assert.Equal((2, 1), (after.Version, after.Notes));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Changes_each_incident_that_one_request_is_about(string kind)
    {
        var store = await Store.On(kind);
        var (one, other) = (await store.Declare("one"), await store.Declare("other"));

        await store.Change(one, now => now.Note("both", null, false, store.From()), "event 3");
        var after = await store.Change(other, now => now.Note("both", null, false, store.From()), "event 3");

        Assert.Equal(1, after.Notes);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task May_be_asked_again_when_nothing_came_of_it(string kind)
    {
        var store = await Store.On(kind);

        var refused = await store.Start(new(""), once: "event 4");
        var accepted = await store.Start(new("Checkout is down"), once: "event 4");

        Assert.IsType<Decision.Rejected>(refused.Decision);
        Assert.False(accepted.Repeated);
        Assert.Equal("Checkout is down", accepted.Incident.Title);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Leaves_no_gap_in_the_numbers_when_many_bring_it_at_the_same_time(string kind)
    {
        var store = await Store.On(kind);

        await Task.WhenAll(
            Enumerable.Range(1, 10).Select(_ => Task.Run(() => store.Start(new("Checkout is down"), once: "event 1"))));
        var next = await store.Declare("two");

        Assert.Equal(2, next.Reference.Number);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Leaves_no_gap_in_the_numbers_when_a_declaration_is_refused(string kind)
    {
        var store = await Store.On(kind);

        await store.Declare("one");
        await store.Start(new(""));
        var next = await store.Declare("two");

        Assert.Equal(2, next.Reference.Number);
    }
}
