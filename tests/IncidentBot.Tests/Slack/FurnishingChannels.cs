using System.Globalization;
using IncidentBot.Chat;

namespace IncidentBot.Slack;

/// <summary>Name, topic, purpose, links and people of a channel: as they should be, and no line in it more than that takes.</summary>
public sealed class FurnishingChannels : IAsyncLifetime
{
    static readonly RoomPlan Plan = new("key-1", "inc-1-checkout-is-down", "SEV1 · Investigating", Private: false)
    {
        Purpose = "INC-1: checkout is down",
        Links = [new("INC-1 on the web", new("https://bot.example/incidents/INC-1")), new("Bridge", new("https://meet.example/1"))],
    };

    SlackHouse house = null!;
    Room room = null!;

    public async Task InitializeAsync()
    {
        house = await SlackHouse.Start();
        room = await house.Platform.OpenRoom(Plan, default);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    FakeChannel Channel => house.Slack.Channels.Single(one => one.Id == room.Id);

    Task<Room> Furnish(RoomPlan plan, IChatPlatform? node = null) => (node ?? house.Platform).Furnish(room, plan, default);

    [Fact]
    public async Task It_gets_what_it_needs_and_nothing_twice()
    {
        await Furnish(Plan);
        var calls = house.Slack.Calls.Count;
        await Furnish(Plan);

        Assert.Equal(calls, house.Slack.Calls.Count);
        Assert.Equal(("SEV1 · Investigating", "INC-1: checkout is down"), (Channel.Topic, Channel.Purpose));
        Assert.Equal(["INC-1 on the web", "Bridge"], Channel.Bookmarks.Select(one => (string?)one["title"]));
        Assert.DoesNotContain("conversations.rename", house.Called);
    }

    [Fact]
    public async Task Another_title_is_another_name()
    {
        house.Slack.AddChannel("inc-1-payments-are-down");

        var renamed = await Furnish(Plan with { Name = "inc-1-payments-are-down" });

        Assert.Equal((room, "inc-1-payments-are-down-2", "inc-1-payments-are-down-2"), (renamed, renamed.Name, Channel.Name));
    }

    [Fact]
    public async Task What_people_called_it_by_hand_stays()
    {
        Channel.Name = "war-room";

        await Furnish(Plan with { Topic = "SEV2" });

        Assert.Equal(("war-room", "SEV2"), (Channel.Name, Channel.Topic));
    }

    [Fact]
    public async Task What_is_too_long_is_cut_between_letters_and_what_would_ping_does_not()
    {
        var family = "👨‍👩‍👧‍👦";
        await Furnish(Plan with
        {
            Topic = "<!channel> & <@U1>" + string.Concat(Enumerable.Repeat(family, 60)),
            Purpose = string.Concat(Enumerable.Repeat("<&>", 200)),
        });

        Assert.StartsWith("&lt;!channel&gt; &amp; &lt;@U1&gt;", Channel.Topic, StringComparison.Ordinal);
        Assert.True(Channel.Topic.Length <= 250 && Channel.Purpose.Length <= 250);
        Assert.EndsWith($"{family}…", Channel.Topic, StringComparison.Ordinal);
        Assert.DoesNotContain('<', Channel.Purpose);
        Assert.Equal("…", new StringInfo(Channel.Purpose).SubstringByTextElements(new StringInfo(Channel.Purpose).LengthInTextElements - 1));
    }

    [Fact]
    public async Task What_is_limited_keeps_nothing_else_waiting_and_is_done_later()
    {
        house.Slack.Faults = call => call.Method == "conversations.setTopic" ? new Fault.Limited(600) : null;
        var later = await Assert.ThrowsAsync<ChatUnavailableException>(() => Furnish(Plan));
        Assert.Equal(TimeSpan.FromMinutes(10), later.RetryAfter);
        Assert.Equal(("INC-1: checkout is down", 2), (Channel.Purpose, Channel.Bookmarks.Count));

        house.Slack.Faults = _ => null;
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        var before = house.Slack.Calls.Count;
        await Furnish(Plan);

        Assert.Equal("SEV1 · Investigating", Channel.Topic);
        Assert.Equal(before + 1, house.Slack.Calls.Count);
    }

    [Fact]
    public async Task What_Slack_refuses_stands_in_the_log_and_the_rest_is_done()
    {
        house.Slack.Faults = call => call.Method switch
        {
            "conversations.setTopic" => new Fault.Error("user_is_restricted"),
            "bookmarks.add" => new Fault.Error("too_many_bookmarks"),
            _ => null,
        };

        await Furnish(Plan);

        Assert.Equal("INC-1: checkout is down", Channel.Purpose);
        Assert.Contains(house.Log.All, line => line.Contains("user_is_restricted", StringComparison.Ordinal));
        Assert.Contains(house.Log.All, line => line.Contains("too_many_bookmarks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Links_change_in_place_beside_those_that_people_put_there()
    {
        await Furnish(Plan);
        Channel.Bookmarks.Add(new() { ["id"] = "BkOWN", ["title"] = "Ours", ["link"] = "https://own.example", ["type"] = "link" });

        await Furnish(Plan with { Links = [Plan.Links[0], new("Bridge", new("https://meet.example/2")), new("Runbook", new("https://r.example"))] });

        Assert.Equal(
            ["INC-1 on the web https://bot.example/incidents/INC-1", "Bridge https://meet.example/2", "Ours https://own.example", "Runbook https://r.example/"],
            Channel.Bookmarks.Select(one => $"{one["title"]} {one["link"]}"));
    }

    [Fact]
    public async Task A_link_that_is_no_longer_true_goes_and_what_people_put_there_or_made_of_it_stays()
    {
        var (home, bridge, runbook) = (Plan.Links[0], Plan.Links[1], new ChatText.Link("Runbook", new("https://r.example/1")));
        await Furnish(Plan with { Links = [home, bridge, runbook] });
        Channel.Bookmarks.Add(new() { ["id"] = "BkOWN", ["title"] = "Ours", ["link"] = "https://own.example", ["type"] = "link" });
        Channel.Bookmarks.Single(one => (string?)one["title"] == "Runbook")["link"] = "https://r.example/by-hand";

        await Furnish(Plan with { Links = [home] });

        Assert.Equal(
            ["INC-1 on the web https://bot.example/incidents/INC-1", "Runbook https://r.example/by-hand", "Ours https://own.example"],
            Channel.Bookmarks.Select(one => $"{one["title"]} {one["link"]}"));
        var calls = house.Slack.Calls.Count;
        await Furnish(Plan with { Links = [home] });
        Assert.Equal(calls, house.Slack.Calls.Count);
    }

    [Fact]
    public async Task A_link_that_Slack_does_not_take_away_is_not_asked_for_again()
    {
        await Furnish(Plan);
        house.Slack.Faults = call => call.Method == "bookmarks.remove" ? new Fault.Error("permission_denied") : null;

        await Furnish(Plan with { Links = [Plan.Links[0]] });
        await Furnish(Plan with { Links = [Plan.Links[0]] });

        Assert.Single(house.Slack.CallsOf("bookmarks.remove"));
    }

    [Fact]
    public async Task A_link_whose_answer_was_lost_stands_there_once()
    {
        house.Slack.Faults = call => call.Method == "bookmarks.add" ? new Fault.AnswerLost() : null;
        await Assert.ThrowsAsync<ChatUnavailableException>(() => Furnish(Plan));
        house.Slack.Faults = _ => null;

        await Furnish(Plan, house.AnotherNode());

        Assert.Equal(["INC-1 on the web", "Bridge"], Channel.Bookmarks.Select(one => (string?)one["title"]));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{ half")]
    public async Task One_of_which_nothing_is_noted_that_can_be_read_is_looked_at_first(string noted)
    {
        await Furnish(Plan);
        await house.Notes.Write("slack", $"channel:{room.Id}", noted, null, default);

        await Furnish(Plan);

        Assert.Single(house.Slack.CallsOf("conversations.setTopic"));
        Assert.Equal(2, Channel.Bookmarks.Count);
    }

    [Fact]
    public async Task One_that_has_to_become_private_is_left_for_another_one()
    {
        await Furnish(Plan);

        var other = await Furnish(Plan with { Private = true });

        Assert.NotEqual(room, other);
        Assert.True(house.Slack.Channels.Single(one => one.Id == other.Id).Private);
        Assert.Equal(other, await Furnish(Plan with { Private = true }));
    }

    [Fact]
    public async Task Whoever_can_be_invited_is_whoever_else_can_not()
    {
        Person[] people = [.. Enumerable.Range(100, 120).Select(number => house.Meets($"U0{number}", $"Kim {number}"))];
        house.Slack.AddUser("U0GUEST", "Guest").Uninvitable = "ura_max_channels";
        Channel.Members.Add("U0101");

        await house.Platform.Invite(
            room, [.. people, new("slack:U0GUEST", "Guest"), new("slack:U0GONE", "Gone"), new("room:lee", "Lee"), people[0]], default);

        Assert.Empty(people.Select(one => one.Id["slack:".Length..]).Except(Channel.Members));
        Assert.Equal(Channel.Members.Count, Channel.Members.Distinct().Count());
        Assert.All(house.Slack.CallsOf("conversations.invite"), call => Assert.True(call["users"].Split(',').Length <= 100));
        Assert.InRange(house.Slack.CallsOf("conversations.invite").Count(), 2, 6);
        Assert.Contains(house.Log.All, line => line.Contains("U0GUEST can't be invited", StringComparison.Ordinal));
        Assert.DoesNotContain(house.Log.All, line => line.Contains("U0101 can't", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_is_in_it_already_is_no_trouble()
    {
        var ann = house.Meets("U0ANN", "Ann");

        await house.Platform.Invite(room, [ann], default);
        await house.Platform.Invite(room, [ann], default);

        Assert.Equal([FakeSlack.Bot, "U0ANN"], Channel.Members);
    }
}
