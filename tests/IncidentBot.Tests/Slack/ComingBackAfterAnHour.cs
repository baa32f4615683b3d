using IncidentBot.Chat;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Slack;

/// <summary>Slack is down for an hour of an incident: nothing is lost, and nobody is flooded afterwards.</summary>
public sealed class ComingBackAfterAnHour : IAsyncLifetime
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    SlackHouse house = null!;
    BotHarness bot = null!;

    public async Task InitializeAsync()
    {
        house = await SlackHouse.Start();
        bot = await BotHarness.With(house.Platform, house.Clock);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    FakeChannel Channel => house.Slack.Channel("inc-1-checkout-is-down");

    public static TheoryData<string> Outages => ["503", "html", "limited"];

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task The_channel_gets_one_summary_and_the_newest_card(string outage)
    {
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Ada, "ack INC-1");
        var before = Channel.Messages.Count;
        Fails(outage);
        for (var minute = 0; minute < 60; minute++)
        {
            await Says($"minute {minute}");
            if (minute == 30)
                await bot.Says(Ada, "severity INC-1 sev2");
            await bot.Wait(Minute, Minute);
        }
        Assert.Equal(before, Channel.Messages.Count);

        house.Slack.Faults = _ => null;
        await bot.Wait(TimeSpan.FromMinutes(15), Minute);
        await Says("good again");

        var missed = Channel.Messages.Skip(before).Select(one => one.Text).ToArray();
        Assert.InRange(missed.Length, 2, 6);
        var summary = Assert.Single(missed, text => text.Contains("could not be reached", StringComparison.Ordinal));
        Assert.Contains("minute 59", summary, StringComparison.Ordinal);
        Assert.Equal($"{Ada.Name}, on Room\n  good again", missed[^1]);
        Assert.Contains("SEV2", Channel.Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_declared_meanwhile_is_shown_as_it_is_now()
    {
        Fails("503");
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Ada, "severity INC-1 sev2");
        await bot.Wait(TimeSpan.FromHours(1), Minute);
        Assert.Empty(house.Slack.Channels);

        house.Slack.Faults = _ => null;
        await bot.Wait(TimeSpan.FromMinutes(15), Minute);

        Assert.StartsWith("SEV2", Channel.Topic, StringComparison.Ordinal);
        Assert.Single(Channel.Messages, one => one.Text.Contains("SEV2", StringComparison.Ordinal) && Channel.Pins.Contains(one.Ts));
        Assert.Single(house.Slack.Channel("incidents").Messages, one => $"{one.Metadata}".Contains("INC-1/card", StringComparison.Ordinal));
    }

    void Fails(string outage) => house.Slack.Faults = _ => outage switch
    {
        "503" => Fault.Broken,
        "html" => Fault.Html,
        _ => new Fault.Limited(30),
    };

    async Task Says(string words)
    {
        var room = bot.Chats[0].Rooms.Single();
        await bot.Talk.Heard(new(room, $"{Guid.NewGuid()}", Ada, words, bot.Clock.GetUtcNow()), default);
        await bot.RunDue();
    }
}
