using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Storage;

public class SearchingIncidents
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Finds_words_wherever_they_were_said_and_the_beginning_of_the_last_one(string kind)
    {
        var store = await Store.On(kind);
        var checkout = await store.Note(await store.Declare("Checkout is down"), "Redis evicted the sessions");
        await store.Resolve(checkout, "restart the session-cache");
        await store.Declare("Search is slow");

        foreach (var words in new[] { "checkout", "CHECKOUT down", "redis", "redis checkout", "evict", "session-cache", "restart sess" })
            Assert.Equal(["Checkout is down"], await store.Search(words));
        Assert.Empty(await store.Search("redis slow"));
        Assert.Empty(await store.Search("heckout"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Puts_first_what_has_the_words_in_its_title_and_then_the_newest(string kind)
    {
        var store = await Store.On(kind);
        await store.Declare("Redis is full");
        await store.Note(await store.Declare("Checkout is down"), "redis again");
        await store.Declare("Redis is slow");

        Assert.Equal(["Redis is slow", "Redis is full", "Checkout is down"], await store.Search("redis"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Forgets_a_note_that_was_hidden(string kind)
    {
        var store = await Store.On(kind);
        var incident = await store.Note(await store.Declare(), "the password is hunter2");

        await store.Change(incident, now => now.HideNote(1, store.From()));

        Assert.Empty(await store.Search("hunter2"));
        Assert.Equal(["Checkout is down"], await store.Search("checkout"));
    }

    static readonly string[] Hostile =
    [
        "\"", "'", "*", "NEAR(checkout down)", "checkout AND", "checkout OR NOT", "words:checkout", "-checkout", "^checkout",
        "checkout'); DROP TABLE facts; --", "a:* & | !", "\0", "checkout\0", "\ud800", "()", "%", "@query", "{x}", "😀",
        "' || ''", ":*", "\\", "<->", new('x', 100_000), string.Concat(Enumerable.Repeat("word ", 10_000)),
    ];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Takes_whatever_is_typed_for_words_and_nothing_else(string kind)
    {
        var store = await Store.On(kind);
        await store.Declare();
        foreach (var words in Hostile.Where(words => words.Length < 100))
            await store.Declare(words);

        foreach (var words in Hostile)
        {
            await store.Search(words);
            Assert.Contains("Checkout is down", await store.Search("checkout is down"));
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Knows_what_reads_alike(string kind)
    {
        var store = await Store.On(kind);
        await store.Declare("Payment provider times out in checkout");
        await store.Declare("Lift is stuck");
        await store.Declare("Secret checkout payment breach", @private: true, by: Grace);
        await store.Resolve(await store.Declare("Checkout payment fails"), "call the provider");
        var again = await store.Declare("Checkout payment fails");

        var alike = await store.Incidents.Similar(again, Ada, 10, default);

        Assert.Equal(
            ["Checkout payment fails", "Payment provider times out in checkout"], alike.Select(row => row.Title));
        Assert.Equal("call the provider", alike[0].HowToResolve);
        Assert.DoesNotContain(alike, row => row.Id == again.Id);
    }
}
