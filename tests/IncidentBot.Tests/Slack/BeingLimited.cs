using System.Collections.Concurrent;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Slack;

/// <summary>Slack says for how long it wants to hear nothing, of one channel or of all, while an incident goes on.</summary>
public sealed class BeingLimited : IAsyncLifetime
{
    readonly ConcurrentQueue<FakeCall> early = [];
    SlackHouse house = null!;
    BotHarness bot = null!;

    public async Task InitializeAsync()
    {
        house = await SlackHouse.Start();
        bot = await BotHarness.With(house.Platform, house.Clock);
        await bot.Says(Ada, "declare sev1 checkout is down");
        // Nobody is reminded of a missing lead then, which would be news of its own while ten minutes pass.
        await bot.Says(Ada, "lead INC-1");
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    FakeChannel Channel => house.Slack.Channel("inc-1-checkout-is-down");
    FakeMessage Card => Channel.Messages.Single(one => Channel.Pins.Contains(one.Ts));
    FakeMessage Announced => house.Slack.Channel("incidents").Messages.Single(one => $"{one.Metadata}".Contains("INC-1/card", StringComparison.Ordinal));

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(600)]
    public async Task One_channel_hears_nothing_until_then_and_then_the_newest_and_the_others_at_once(int seconds)
    {
        var before = Card.Edits;
        Limit(seconds, call => call.Channel == Channel.Id);

        await bot.Says(Ada, "ack INC-1");
        await bot.Says(Ada, "severity INC-1 sev2");
        Assert.DoesNotContain("SEV2", Card.Text);
        Assert.Contains("SEV2", Announced.Text);
        await Wait(seconds);

        Assert.Contains("SEV2", Card.Text);
        Assert.Equal(before + 1, Card.Edits);
        Assert.Empty(early);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(600)]
    public async Task When_all_are_meant_nothing_is_lost_doubled_or_asked_before_its_time(int seconds)
    {
        Limit(seconds, _ => true);

        await bot.Says(Ada, "ack INC-1");
        await bot.Says(Ada, "severity INC-1 sev2");
        await bot.Says(Ada, "declare sev2 search is slow");
        Assert.DoesNotContain("SEV2", Card.Text);
        Assert.DoesNotContain(house.Slack.Channels, one => one.Name.StartsWith("inc-2", StringComparison.Ordinal));
        await Wait(seconds);

        Assert.Contains("SEV2", Card.Text);
        Assert.Contains("SEV2", Announced.Text);
        var second = house.Slack.Channel("inc-2-search-is-slow");
        Assert.Single(second.Messages, one => second.Pins.Contains(one.Ts));
        Assert.Single(house.Slack.Channel("incidents").Messages, one => $"{one.Metadata}".Contains("INC-2/card", StringComparison.Ordinal));
        Assert.Empty(early);
    }

    /// <summary>From the first call on that it is said of; whoever was told so and comes back sooner is caught.</summary>
    void Limit(int seconds, Func<FakeCall, bool> meant)
    {
        var told = new ConcurrentDictionary<(string, string), bool>();
        DateTimeOffset? until = null;
        house.Slack.Faults = call =>
        {
            var now = house.Clock.GetUtcNow();
            if (!meant(call) || now >= (until ??= now + TimeSpan.FromSeconds(seconds)))
                return null;
            if (!told.TryAdd((call.Method, call.Channel), true))
                early.Enqueue(call);
            return new Fault.Limited((int)Math.Ceiling((until.Value - now).TotalSeconds));
        };
    }

    /// <summary>Until then, and as much longer as trying again may take.</summary>
    Task Wait(int seconds) => bot.Wait(TimeSpan.FromSeconds(seconds * 1.3) + TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(seconds < 60 ? 1 : 10));
}
