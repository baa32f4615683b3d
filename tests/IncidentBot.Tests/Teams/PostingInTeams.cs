using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Teams;

/// <summary>Cards of the bot in Teams: said once, edited in place, where everybody or one person looks.</summary>
public sealed class PostingInTeams : IAsyncLifetime
{
    TeamsHouse house = null!;

    public async Task InitializeAsync() => house = await TeamsHouse.Start();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_same_key_is_the_same_message_after_a_restart_too()
    {
        var room = await house.Platform.AnnounceRoom(default);
        var first = await house.Platform.Post(room, TeamsHouse.Card("one"), "INC-1/card", default);
        await house.Platform.Post(room, TeamsHouse.Card("another"), "INC-2/card", default);

        Assert.Equal(first, await house.Platform.Post(room, TeamsHouse.Card("one"), "INC-1/card", default));
        Assert.Equal(first, await house.AnotherNode().Post(room, TeamsHouse.Card("one"), "INC-1/card", default));
        Assert.Equal(2, house.Teams.Posts.Count);
    }

    [Fact]
    public async Task A_card_goes_alone_with_its_words_for_notifications()
    {
        await house.Platform.Post(
            await house.Platform.AnnounceRoom(default), TeamsHouse.Card("Checkout <b>is</b> down"), "1", default);

        var activity = Assert.Single(house.Teams.Posts).Activity;
        Assert.Equal("message", (string)activity["type"]!);
        Assert.Null(activity["text"]);
        Assert.Contains("Checkout", (string)activity["summary"]!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string)activity["attachments"]![0]!["contentType"]!);
    }

    [Fact]
    public async Task It_is_edited_in_place_and_never_back()
    {
        var message = await house.Platform.Post(
            await house.Platform.AnnounceRoom(default), TeamsHouse.Card("one"), "1", default);

        await house.Platform.Update(message, TeamsHouse.Card("seven"), 7, default);
        await house.Platform.Update(message, TeamsHouse.Card("six"), 6, default);

        var post = Assert.Single(house.Teams.Posts);
        Assert.Equal((message.Id, 1), (post.Id, post.Edits));
        Assert.Contains("seven", (string)post.Activity["summary"]!);
    }

    [Fact]
    public async Task One_that_somebody_deleted_is_said_to_be_gone()
    {
        var room = await house.Platform.AnnounceRoom(default);

        await Assert.ThrowsAsync<MessageGoneException>(
            () => house.Platform.Update(new(room, "404"), TeamsHouse.Card("one"), 1, default));
        Assert.Empty(house.Losses);
    }

    [Fact]
    public async Task Announcements_get_a_channel_of_their_own_once()
    {
        var room = await house.Platform.AnnounceRoom(default);

        Assert.Equal("incidents", Assert.Single(house.Teams.Channels).Name);
        Assert.Equal(room, await house.AnotherNode().AnnounceRoom(default));
        Assert.Single(house.Teams.Channels);
    }

    [Fact]
    public async Task Several_at_once_make_one_channel()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => house.Platform.AnnounceRoom(default)));
        Assert.Single(house.Teams.Channels);
    }

    [Fact]
    public async Task A_channel_of_that_name_is_found()
    {
        house.Teams.Teams[0].Channels.Add(new("19:there@thread.tacv2", "Incidents"));

        Assert.Equal("19:there@thread.tacv2", (await house.Platform.AnnounceRoom(default)).Id);
    }

    [Fact]
    public async Task Where_none_may_be_made_they_go_into_the_first_channel_of_the_team()
    {
        house.Forbid("POST", "/channels");

        Assert.Equal(FakeTeams.FirstTeam, (await house.Platform.AnnounceRoom(default)).Id);
    }

    [Fact]
    public async Task When_their_channel_is_gone_another_one_is_found()
    {
        var room = await house.Platform.AnnounceRoom(default);
        house.Clock.Advance(TimeSpan.FromHours(1));
        house.Teams.Faults = call => call.Path.Contains(room.Id, StringComparison.Ordinal)
            ? new Fault.Status(404, """{"error":{"code":"ConversationNotFound"}}""") : null;
        house.Teams.Channels[0].Deleted = true;

        await Assert.ThrowsAsync<ChatUnavailableException>(
            () => house.Platform.Post(room, TeamsHouse.Card("one"), "1", default));

        Assert.NotEqual(room, await house.Platform.AnnounceRoom(default));
    }

    [Fact]
    public async Task A_room_that_is_gone_is_said_to_be_lost()
    {
        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);
        house.Teams.Faults = call =>
            call.Path.Contains("activities", StringComparison.Ordinal) ? new Fault.Status(404) : null;

        // At first some part of Teams may not know it yet.
        await Assert.ThrowsAsync<ChatUnavailableException>(
            () => house.Platform.Post(room, TeamsHouse.Card("one"), "1", default));
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<ChatRefusedException>(
            () => house.Platform.Post(room, TeamsHouse.Card("one"), "1", default));

        Assert.Equal([(room, RoomLoss.Deleted)], house.Losses);
    }

    [Fact]
    public async Task One_person_is_written_to_in_a_chat_that_is_opened_once()
    {
        var room = (await house.Platform.DirectRoom(house.Person("ada"), default))!;
        await house.Platform.Post(room, TeamsHouse.Card("a page"), "1", default);

        Assert.Equal("a:ada", Assert.Single(house.Teams.Posts).Conversation);
        await house.AnotherNode().DirectRoom(house.Person("ada"), default);
        var opened = Assert.Single(
            house.Teams.Calls, call => call.Path.EndsWith("/v3/conversations", StringComparison.Ordinal)).Body;
        Assert.Equal(FakeTeams.Tenant, (string)opened["channelData"]!["tenant"]!["id"]!);
        Assert.Equal($"28:{FakeTeams.App}", (string)opened["bot"]!["id"]!);
    }

    [Fact]
    public async Task Somebody_of_the_file_is_found_by_their_mail_address()
    {
        house.Now = new()
        {
            People =
            [
                new(new("grace", "Grace"), [], "grace@example.com", null),
                new(new("nobody", "No Body"), [], "no@example.com", null),
            ],
        };

        Assert.Equal("a:grace", (await house.Platform.DirectRoom(new("grace", "Grace"), default))!.Id);
        Assert.Equal("grace@example.com", house.Met[new("teams", house.Teams.Person("grace").ObjectId)]);
        Assert.Null(await house.Platform.DirectRoom(new("nobody", "No Body"), default));
        Assert.Null(await house.Platform.DirectRoom(new("slack:U1", "Elsewhere"), default));
    }

    [Fact]
    public async Task Where_Graph_may_not_be_asked_they_are_looked_for_in_the_team()
    {
        house.Forbid("GET", "/users");
        house.Now = new() { People = [new(new("kofi", "Kofi"), [], "KOFI@example.com", null)] };

        Assert.Equal("a:kofi", (await house.Platform.DirectRoom(new("kofi", "Kofi"), default))!.Id);
    }

    [Fact]
    public async Task Notes_that_are_away_hold_up_no_page()
    {
        house.Notes.Away = true;

        var room = (await house.Platform.DirectRoom(house.Person("ada"), default))!;
        await house.Platform.Post(room, TeamsHouse.Card("a page"), "1", default);

        Assert.Single(house.Teams.Posts);
    }

    [Fact]
    public async Task Without_a_team_it_says_what_to_do()
    {
        await using var nowhere = await TeamsHouse.Start(("Teams:TeamId", ""));

        var no = await Assert.ThrowsAsync<ChatRefusedException>(() => nowhere.Platform.AnnounceRoom(default));

        Assert.Contains("Add the app", no.Message);
    }
}
