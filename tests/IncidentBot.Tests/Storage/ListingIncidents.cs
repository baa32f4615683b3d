using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Storage;

public class ListingIncidents
{
    static readonly Severity Sev1 = new("SEV1", 1);
    static readonly Severity Sev2 = new("SEV2", 2);
    static readonly Severity Sev3 = new("SEV3", 3);

    static readonly Organisation Shop = new()
    {
        Platforms = ["slack"],
        Services =
        [
            new("checkout", "Checkout", "payments", 1, null, [], [], null),
            new("ledger", "Ledger", "payments", 1, null, [], [], null),
            new("search", "Search", "discovery", 1, null, [], [], null),
        ],
        Groups = [new("payments", "Payments", []), new("duty", "Duty managers", [Kofi.Id])],
        Rights = new Dictionary<Right, Holders>(Defaults.Rights) { [Right.SeePrivate] = new(false, [], ["duty"]) },
    };

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Shows_the_open_ones_first_and_of_those_the_worst_and_newest(string kind)
    {
        var store = await Store.On(kind);
        await store.Declare("old and bad", Sev1);
        await store.Declare("mild", Sev3);
        await store.Resolve(await store.Declare("was bad", Sev1));
        await store.Declare("new and bad", Sev1);

        Assert.Equal(["new and bad", "old and bad", "mild", "was bad"], await store.List(new(Ada)));
        Assert.Equal(["new and bad", "old and bad", "mild"], await store.List(new(Ada) { Open = true }));
        Assert.Equal(["was bad"], await store.List(new(Ada) { Open = false }));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Follows_what_changes(string kind)
    {
        var store = await Store.On(kind);
        var incident = await store.Declare("one", Sev3, services: ["checkout"]);
        await store.Declare("two", Sev2);

        await store.Change(incident, now => now.ChangeSeverity(Sev1, store.Now, store.From(), "worse"));
        Assert.Equal(["one", "two"], await store.List(new(Ada) { Mine = true }));
        await store.Resolve(incident);

        Assert.Equal(["two", "one"], await store.List(new(Ada) { Mine = true }));
        Assert.Equal(["one"], await store.List(new(Ada) { Service = "checkout", Open = false }));
        Assert.Empty(await store.List(new(Ada) { Service = "checkout", Open = true }));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Narrows_by_severity_service_team_and_person(string kind)
    {
        var store = await Store.On(kind, Shop);
        await store.Declare("pay", Sev1, services: ["checkout", "ledger"]);
        await store.Declare("book", Sev2, services: ["ledger"], by: Grace);
        await store.Declare("find", Sev2, services: ["search"]);
        await store.Declare("unrated");

        Assert.Equal(["find", "book"], await store.List(new(Ada) { Severity = "SEV2" }));
        Assert.Equal(["pay", "book"], await store.List(new(Ada) { Service = "ledger" }));
        Assert.Equal(["pay", "book"], await store.List(new(Ada) { Team = "payments" }));
        Assert.Equal(["book"], await store.List(new(Grace) { Mine = true }));
        Assert.Equal(["pay"], await store.List(new(Ada) { Mine = true, Team = "payments" }));
        Assert.Equal(["find"], await store.List(new(Ada) { Mine = true, Service = "search", Severity = "SEV2" }));
        Assert.Empty(await store.List(new(Ada) { Team = "nobody" }));
        Assert.Empty(await store.List(new(Ada) { Severity = "SEV9" }));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Comes_to_every_incident_once_page_by_page(string kind)
    {
        var store = await Store.On(kind, Shop);
        for (var at = 0; at < 25; at++)
        {
            var incident = await store.Declare(
                $"outage {at}", new[] { Sev1, Sev2, Sev3, null }[at % 4], @private: at % 5 == 0, services: ["checkout", "ledger"]);
            if (at % 3 == 0)
                await store.Resolve(incident);
        }

        foreach (var filter in new IncidentFilter[] { new(Ada), new(Kofi), new(Ada) { Mine = true }, new(Ada) { Team = "payments" } })
        {
            var (seen, cursor) = (new List<int>(), (string?)null);
            do
            {
                var page = await store.Incidents.List(filter with { Limit = 4, Cursor = cursor }, default);
                Assert.InRange(page.Items.Count, 1, 4);
                seen.AddRange(page.Items.Select(row => row.Reference.Number));
                cursor = page.Next;
            }
            while (cursor is not null);
            var whole = await store.Incidents.List(filter with { Limit = 100 }, default);
            Assert.Equal(25, seen.Distinct().Count());
            Assert.Equal(whole.Items.Select(row => row.Reference.Number), seen);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("2.7")]
    [InlineData("1.99999999999999999999999")]
    [InlineData("1.' OR 1=1")]
    public async Task Starts_at_the_beginning_where_a_cursor_makes_no_sense(string cursor)
    {
        var store = await Store.On("sqlite");
        await store.Declare("one");

        Assert.Equal(["one"], await store.List(new(Ada) { Cursor = cursor }));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Leaves_private_ones_out_for_everybody_but_members_and_those_who_may_see_all(string kind)
    {
        var store = await Store.On(kind, Shop);
        var secret = await store.Declare("secret breach", Sev1, @private: true, services: ["checkout"]);
        await store.Note(secret, "the intruder came through the ledger");
        await store.Declare("public breach", Sev2);

        foreach (var filter in new IncidentFilter[] { new(Grace), new(Grace) { Service = "checkout" }, new(Grace) { Team = "payments" } })
            Assert.DoesNotContain("secret breach", await store.List(filter));
        Assert.Equal(["public breach"], await store.Search("breach", Grace));
        Assert.Empty(await store.Search("intruder", Grace));
        Assert.Equal(["secret breach"], await store.Search("intruder", Ada));
        Assert.Equal(["secret breach", "public breach"], await store.List(new(Ada)));
        Assert.Equal(["secret breach", "public breach"], await store.List(new(Kofi)));

        await store.Change(secret, now => now.Join(Grace, store.From()));
        Assert.Contains("secret breach", await store.List(new(Grace)));
        await store.Change(secret, now => now.Leave(store.From(Grace)));
        Assert.DoesNotContain("secret breach", await store.List(new(Grace)));
    }
}
