using IncidentBot.Chat;
using IncidentBot.Slack.Calls;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Slack;

public class KeepingSlacksPace
{
    static readonly Method Post = Method.All["chat.postMessage"];
    static readonly Method Edit = Method.All["chat.update"];
    static readonly Method Create = Method.All["conversations.create"];

    readonly FakeTimeProvider clock = new(new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
    readonly Pace pace;

    public KeepingSlacksPace() => pace = new(clock);

    [Fact]
    public void A_channel_takes_a_short_burst_and_then_one_message_a_second()
    {
        Assert.Equal(3, Now(10, Post, "C1", Urgency.FirstPage));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Now(10, Post, "C1", Urgency.FirstPage));
    }

    [Fact]
    public void An_edit_counts_as_a_message()
    {
        Assert.Equal(3, Now(3, Edit, "C1", Urgency.FirstPage));
        Assert.Equal(0, Now(1, Post, "C1", Urgency.FirstPage));
    }

    [Fact]
    public void Other_channels_are_not_held_up()
    {
        Now(10, Post, "C1", Urgency.FirstPage);
        Assert.Equal(1, Now(1, Post, "C2", Urgency.Digest));
    }

    [Theory]
    [InlineData(Urgency.Update)]
    [InlineData(Urgency.Digest)]
    public void What_can_wait_leaves_something_for_a_page(Urgency lesser)
    {
        Now(10, Post, "C1", lesser);
        Assert.Equal(1, Now(1, Post, "C1", Urgency.FirstPage));
    }

    [Fact]
    public async Task A_page_goes_before_updates_that_wait()
    {
        Now(3, Post, "C1", Urgency.FirstPage);
        var update = Enter(Post, "C1", Urgency.Update);
        var page = Enter(Post, "C1", Urgency.FirstPage);

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
        pace.Limited(Post, "C1", TimeSpan.FromSeconds(30));

        var later = await Assert.ThrowsAsync<ChatUnavailableException>(() => Enter(Post, "C1", Urgency.FirstPage));

        Assert.Equal(TimeSpan.FromSeconds(30), later.RetryAfter);
    }

    [Fact]
    public async Task Of_the_cards_for_one_channel_one_waits_here_and_the_others_in_the_outbox()
    {
        Now(3, Edit, "C1", Urgency.FirstPage);
        var waits = Enter(Edit, "C1", Urgency.Echo);

        foreach (var seconds in new[] { 3, 4, 5 })
        {
            var later = await Assert.ThrowsAsync<ChatUnavailableException>(() => Enter(Edit, "C1", Urgency.Echo));
            Assert.Equal(TimeSpan.FromSeconds(seconds), later.RetryAfter);
        }
        clock.Advance(TimeSpan.FromSeconds(3));
        await waits;
        Assert.Equal(1, Now(1, Edit, "C1", Urgency.FirstPage));
    }

    [Fact]
    public async Task One_limited_channel_silences_no_other()
    {
        pace.Limited(Post, "C1", TimeSpan.FromSeconds(30));
        await Enter(Post, "C2", Urgency.Digest);
        await Enter(Edit, "C1", Urgency.FirstPage);
    }

    [Fact]
    public async Task Two_limited_channels_silence_the_method_except_for_pages()
    {
        pace.Limited(Post, "C1", TimeSpan.FromSeconds(30));
        pace.Limited(Post, "C2", TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<ChatUnavailableException>(() => Enter(Post, "C3", Urgency.Echo));
        await Enter(Post, "C3", Urgency.Escalation);
        clock.Advance(TimeSpan.FromSeconds(30));
        await Enter(Post, "C4", Urgency.Digest);
    }

    [Fact]
    public async Task A_method_that_was_limited_goes_at_its_tier_afterwards()
    {
        Assert.Equal(100, Now(100, Create, null, Urgency.FirstPage));
        pace.Limited(Create, null, TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<ChatUnavailableException>(() => Enter(Create, null, Urgency.FirstPage));

        clock.Advance(TimeSpan.FromSeconds(5));
        Now(100, Create, null, Urgency.FirstPage);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.InRange(Now(100, Create, null, Urgency.FirstPage), 1, 20);
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(100, Now(100, Create, null, Urgency.FirstPage));
    }

    [Fact]
    public void Thousands_of_channels_are_not_remembered_for_ever()
    {
        for (var i = 0; i < 5000; i++)
        {
            Assert.Equal(3, Now(3, Post, $"C{i}", Urgency.FirstPage));
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.InRange(pace.Channels, 1, 1000);
    }

    /// <summary>How many of so many calls may go at once.</summary>
    int Now(int calls, Method method, string? channel, Urgency urgency)
    {
        using var stop = new CancellationTokenSource();
        var all = Enumerable.Range(0, calls).Select(_ => Entering(method, channel, urgency, stop.Token)).ToArray();
        var gone = all.Count(one => one.IsCompletedSuccessfully);
        stop.Cancel();
        return gone;
    }

    Task Enter(Method method, string? channel, Urgency urgency) => Entering(method, channel, urgency, default);

    async Task Entering(Method method, string? channel, Urgency urgency, CancellationToken ct)
    {
        InHand.Urgency = urgency;
        await pace.Enter(method, channel, ct);
    }
}
