using IncidentBot.Chat;

namespace IncidentBot.Slack;

/// <summary>The channel where incidents are announced, however it is named and whatever becomes of it.</summary>
public sealed class FindingWhereToAnnounce : IAsyncLifetime
{
    SlackHouse house = null!;

    public async Task InitializeAsync() => house = await SlackHouse.Start("incidents");

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task One_that_is_there_is_joined_and_remembered()
    {
        var there = house.Slack.AddChannel("incidents");

        var room = await house.Platform.AnnounceRoom(default);
        var calls = house.Called.Count();

        Assert.Equal((there.Id, "incidents"), (room.Id, room.Name));
        Assert.Contains(FakeSlack.Bot, there.Members);
        Assert.Equal(room, await house.AnotherNode().AnnounceRoom(default));
        Assert.Equal(calls, house.Called.Count());
    }

    [Fact]
    public async Task Where_there_is_none_it_is_opened_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => house.Platform.AnnounceRoom(default)));

        Assert.Equal("incidents", Assert.Single(house.Slack.Channels).Name);
    }

    [Fact]
    public async Task It_may_be_named_by_its_id()
    {
        await using var other = await SlackHouse.Start("C000001");
        var there = other.Slack.AddChannel("anything");

        Assert.Equal(("C000001", "anything"), (there.Id, (await other.Platform.AnnounceRoom(default)).Name));
        Assert.Contains(FakeSlack.Bot, there.Members);
    }

    [Fact]
    public async Task Among_thousands_it_is_found_even_when_Slack_stops_the_search_in_the_middle()
    {
        for (var number = 0; number < 1200; number++)
            house.Slack.AddChannel($"team-{number}");
        house.Slack.AddChannel("incidents");
        house.Slack.Faults = call => call["cursor"] == "1000" ? new Fault.Limited(30) : null;
        await Assert.ThrowsAsync<ChatUnavailableException>(() => house.Platform.AnnounceRoom(default));
        house.Slack.Faults = _ => null;
        house.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("incidents", (await house.Platform.AnnounceRoom(default)).Name);
        Assert.Equal(["", "500", "1000", "1000"], house.Slack.CallsOf("conversations.list").Select(call => call["cursor"]));
    }

    [Fact]
    public async Task One_the_bot_is_kept_out_of_makes_announcements_wait_and_says_what_to_do()
    {
        var secret = house.Slack.AddChannel("incidents", @private: true);

        var later = await Assert.ThrowsAsync<ChatUnavailableException>(() => house.Platform.AnnounceRoom(default));
        Assert.Contains("Invite it there", later.Message, StringComparison.Ordinal);
        Assert.NotNull(later.RetryAfter);

        secret.Members.Add(FakeSlack.Bot);
        Assert.Equal(secret.Id, (await house.Platform.AnnounceRoom(default)).Id);
    }

    [Fact]
    public async Task One_that_was_deleted_by_hand_is_opened_anew_and_nothing_is_given_up()
    {
        var room = await house.Platform.AnnounceRoom(default);
        house.Slack.Delete(house.Slack.Channels[0]);

        await Assert.ThrowsAsync<ChatUnavailableException>(() => house.Platform.Post(room, new($"news"), "key", default));
        var other = await house.Platform.AnnounceRoom(default);
        await house.Platform.Post(other, new($"news"), "key", default);

        Assert.NotEqual(room, other);
        Assert.Single(Assert.Single(house.Slack.Channels).Messages);
    }
}
