using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Support;
using IncidentBot.Trackers;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Outlets;

public class TellingAWebhookOfReviews
{
    const string Secret = "a shared secret";

    static async Task<(BotHarness Bot, FakeTracker There)> Start(string title = "checkout is down")
    {
        var there = await FakeTracker.Start();
        var bot = await BotHarness.Sending("sqlite", notes => new ReviewHook(there.Client(), new(there.Url, "hook"), Secret, notes));
        await bot.Says(Ada, $"declare sev1 {title}");
        await bot.Says(Ada, "followup INC-1 alert on full disks");
        await bot.Says(Ada, "resolve INC-1 made room");
        await bot.Says(Ada, "pir INC-1 draft");
        await bot.DraftReviews();
        return (bot, there);
    }

    static JsonNode[] Told(FakeTracker there) => [.. there.Log.Select(one => JsonNode.Parse(one.Body)!)];

    [Fact]
    public async Task Says_what_the_review_says_each_time_it_changes()
    {
        var (bot, there) = await Start();
        await using var _ = there;
        Assert.Empty(there.Log);
        await bot.Says(Ada, "pir INC-1 publish");
        await bot.Says(Ada, "subscribe INC-1");
        await bot.Says(Ada, "pir INC-1 edit summary Cards were refused.");
        await bot.Says(Ada, "pir INC-1 close");

        var told = Told(there);
        Assert.Equal(["published", "changed", "closed"], told.Select(one => (string?)one["event"]));
        var first = told[0];
        Assert.Equal(
            ("INC-1", "checkout is down", "http://localhost:3978/incidents/INC-1/review", "SEV1", "published"),
            ((string?)first["reference"], (string?)first["title"], (string?)first["url"], (string?)first["severity"], (string?)first["state"]));
        Assert.Equal("2030-01-02T03:04:05Z", (string?)first["times"]!["declaredAt"]);
        Assert.Equal(0, (long?)first["metrics"]!["timeToResolve"]);
        Assert.Equal("alert on full disks", (string?)Assert.Single(first["actionItems"]!.AsArray())!["text"]);
        Assert.Contains("Cards were refused\\.", (string?)told[1]["markdown"]);
        Assert.All(there.Log, one => Assert.Equal(
            $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(one.Body)))}", one.Signature));
    }

    [Fact]
    public async Task Tells_it_again_under_the_same_key_until_it_is_taken()
    {
        var (bot, there) = await Start();
        await using var _ = there;
        there.Fails = _ => 500;
        await bot.Says(Ada, "pir INC-1 publish");
        there.Fails = _ => null;
        await bot.Wait(TimeSpan.FromMinutes(2));
        await bot.Says(Ada, "pir INC-1 close");

        Assert.Equal(3, there.Keys.Count);
        Assert.StartsWith("INC-1/review/1/published/", there.Keys.First());
        Assert.Equal(2, there.Keys.Distinct().Count());
    }

    [Fact]
    public async Task Says_only_that_it_is_withdrawn_once_it_is_private_and_nothing_of_what_was_never_public()
    {
        var (bot, there) = await Start();
        await using var _ = there;
        await bot.Says(Ada, "pir INC-1 publish");
        await bot.Says(Ada, "private INC-1 on");
        await bot.Says(Ada, "pir INC-1 close");

        Assert.Equal("""{"event":"withdrawn","reference":"INC-1"}""", there.Log.Last().Body);
        Assert.Equal(2, there.Log.Count);

        var (closed, silent) = await Start("--private the ledger leaks");
        await using var __ = silent;
        await closed.Says(Ada, "pir INC-1 publish");
        Assert.Empty(silent.Log);
    }

    [Fact]
    public async Task Says_among_the_deliveries_that_it_was_refused()
    {
        var (bot, there) = await Start();
        await using var _ = there;
        there.Fails = _ => 400;
        await bot.Says(Ada, "pir INC-1 publish");
        await bot.Wait(TimeSpan.FromMinutes(2));

        Assert.Single(there.Log);
        var refused = Assert.Single(await bot.Delivered(), one => one.Channel == "review-hook");
        Assert.Equal("The webhook of reviews says 400: it does not take what was sent.", refused.Detail);
    }
}
