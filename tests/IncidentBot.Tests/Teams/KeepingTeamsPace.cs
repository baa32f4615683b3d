using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Teams;

public class KeepingTeamsPace
{
    readonly FakeTimeProvider clock = new(new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
    readonly Pace pace;

    public KeepingTeamsPace() => pace = new(clock);

    [Fact]
    public async Task A_conversation_takes_seven_at_once_and_eight_in_two_seconds()
    {
        Assert.Equal(7, await Now(20, "19:a", Urgency.FirstPage));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Now(20, "19:a", Urgency.FirstPage));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(7, await Now(20, "19:a", Urgency.FirstPage));
    }

    [Fact]
    public async Task It_takes_sixty_in_half_a_minute_and_no_more_than_Teams_allows_in_an_hour()
    {
        Assert.Equal(60, await During(TimeSpan.FromSeconds(29)));
        Assert.InRange(await During(TimeSpan.FromMinutes(50)), 1700, 1740);
        Assert.Equal(0, await During(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Other_conversations_are_not_held_up()
    {
        await Now(20, "19:a", Urgency.FirstPage);
        Assert.Equal(7, await Now(7, "19:b", Urgency.FirstPage));
    }

    [Fact]
    public async Task Threads_of_a_channel_share_what_it_takes()
    {
        const string Channel = "19:general@thread.tacv2";
        Assert.Equal(7, await Now(20, $"{Channel};messageid=1", Urgency.FirstPage));
        Assert.Equal(0, await Now(1, $"{Channel};messageid=2", Urgency.FirstPage));
        Assert.Equal(0, await Now(1, Channel, Urgency.FirstPage));
    }

    [Fact]
    public async Task A_silence_that_Teams_asks_for_in_one_of_them_holds_in_all()
    {
        pace.Limited("19:general@thread.tacv2;messageid=1", TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<ChatUnavailableException>(
            () => Entering("19:general@thread.tacv2;messageid=2", Urgency.FirstPage, default));
    }

    [Fact]
    public async Task All_of_them_together_take_fifty_a_second()
    {
        Assert.Equal(50, await InEach(0, 20, 5));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(50, await InEach(20, 20, 5));
    }

    [Theory]
    [InlineData(Urgency.Update)]
    [InlineData(Urgency.Digest)]
    public async Task What_can_wait_leaves_something_for_a_page(Urgency lesser)
    {
        for (var number = 0; number < 20; number++)
            await Now(10, $"a:{number}", lesser);
        Assert.Equal(4, await InEach(20, 4, 1));
        Assert.Equal(1, await Now(1, "a:0", Urgency.FirstPage));
    }

    [Fact]
    public async Task A_page_goes_before_updates_that_wait()
    {
        await Now(7, "19:a", Urgency.FirstPage);
        var update = Entering("19:a", Urgency.Update, default);
        var page = Entering("19:a", Urgency.FirstPage, default);

        clock.Advance(TimeSpan.FromSeconds(1));
        await page;
        Assert.False(update.IsCompleted);
        while (!update.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await update;
    }

    [Fact]
    public async Task Who_would_wait_long_is_told_how_long()
    {
        pace.Limited("19:a", TimeSpan.FromSeconds(30));

        var later = await Assert.ThrowsAsync<ChatUnavailableException>(
            () => Entering("19:a", Urgency.FirstPage, default));

        Assert.Equal(TimeSpan.FromSeconds(30), later.RetryAfter);
        Assert.Equal(1, await Now(1, "19:b", Urgency.Digest));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, await Now(1, "19:a", Urgency.Digest));
    }

    [Fact]
    public async Task Thousands_of_conversations_are_not_remembered_for_ever()
    {
        for (var hour = 0; hour < 5; hour++)
        {
            for (var number = 0; number < 900; number++)
            {
                Assert.Equal(1, await Now(1, $"a:{hour}/{number}", Urgency.FirstPage));
                clock.Advance(TimeSpan.FromSeconds(1));
            }
            clock.Advance(TimeSpan.FromHours(1));
        }
        Assert.InRange(pace.Conversations, 1, 1000);
    }

    /// <summary>How many go through when one is tried ten times a second.</summary>
    async Task<int> During(TimeSpan span)
    {
        var (gone, step) = (0, TimeSpan.FromMilliseconds(100));
        for (var passed = TimeSpan.Zero; passed < span; passed += step)
        {
            gone += await Now(1, "19:a", Urgency.FirstPage);
            clock.Advance(step);
        }
        return gone;
    }

    /// <summary>How many of so many calls may go at once in each of some conversations.</summary>
    async Task<int> InEach(int from, int conversations, int calls)
    {
        var gone = 0;
        for (var number = from; number < from + conversations; number++)
            gone += await Now(calls, $"a:{number}", Urgency.FirstPage);
        return gone;
    }

    /// <summary>How many of so many calls may go at once; the first that may not gives up.</summary>
    async Task<int> Now(int calls, string conversation, Urgency urgency)
    {
        using var stop = new CancellationTokenSource();
        for (var gone = 0; gone < calls; gone++)
            if (Entering(conversation, urgency, stop.Token) is { IsCompletedSuccessfully: false } waits)
            {
                await stop.CancelAsync();
                await Assert.ThrowsAnyAsync<Exception>(() => waits);
                return gone;
            }
        return calls;
    }

    async Task Entering(string conversation, Urgency urgency, CancellationToken ct)
    {
        InHand.Urgency = urgency;
        await pace.Enter(conversation, ct);
    }
}
