using IncidentBot.Chat;

namespace IncidentBot.Teams;

/// <summary>An incident's own room in Teams: a channel, a thread, a chat; and what becomes of it.</summary>
public sealed class OpeningRooms : IAsyncLifetime
{
    TeamsHouse house = null!;

    public async Task InitializeAsync() => house = await TeamsHouse.Start();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_channel_is_opened_with_its_name_and_what_it_is_for()
    {
        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);

        var channel = Assert.Single(house.Teams.Channels);
        Assert.Equal((channel.Id, "inc-1-checkout-is-down"), (room.Id, room.Name));
        Assert.Equal("INC-1: Checkout is down – SEV1 · Investigating", channel.Description);
    }

    [Fact]
    public async Task Asked_again_it_is_the_same_on_another_node_too()
    {
        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);

        Assert.Equal(room, await house.Platform.OpenRoom(TeamsHouse.Plan(), default));
        Assert.Equal(room, await house.AnotherNode().OpenRoom(TeamsHouse.Plan(), default));
        Assert.Single(house.Teams.Channels);
    }

    [Fact]
    public async Task An_answer_that_was_lost_opens_no_second_one()
    {
        house.Teams.Faults = call => call.Method == "POST" && call.Path.EndsWith("/channels", StringComparison.Ordinal)
            ? new Fault.AnswerLost()
            : null;
        await Assert.ThrowsAsync<ChatUnavailableException>(() => house.Platform.OpenRoom(TeamsHouse.Plan(), default));
        house.Teams.Faults = _ => null;

        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);

        Assert.Equal(Assert.Single(house.Teams.Channels).Id, room.Id);
    }

    [Fact]
    public async Task Graph_that_takes_its_time_is_asked_again()
    {
        house.Teams.Faults = call => call.Method == "POST" && call.Path.EndsWith("/channels", StringComparison.Ordinal)
            ? new Fault.Hangs()
            : null;
        var opening = house.Platform.OpenRoom(TeamsHouse.Plan(), default);
        while (!house.Teams.CallsOf("POST", "/channels").Any())
            await house.Teams.Called();
        house.Clock.Advance(TimeSpan.FromSeconds(9));
        await Assert.ThrowsAsync<ChatUnavailableException>(() => opening);
        house.Teams.Faults = _ => null;

        Assert.Equal("inc-1-checkout-is-down", (await house.Platform.OpenRoom(TeamsHouse.Plan(), default)).Name);
    }

    [Theory]
    [InlineData(200, "<html>sign in here</html>")]
    [InlineData(302, "")]
    [InlineData(502, "<html>")]
    public async Task Whatever_answers_in_Graphs_place_is_not_believed(int status, string body)
    {
        house.Teams.Faults = call =>
            call.Path.Contains("/graph/", StringComparison.Ordinal) ? new Fault.Status(status, body) : null;

        await Assert.ThrowsAsync<ChatUnavailableException>(() => house.Platform.OpenRoom(TeamsHouse.Plan(), default));
    }

    [Fact]
    public async Task A_name_that_is_taken_gets_a_number()
    {
        var team = house.Teams.Teams[0];
        team.Channels.Add(new("19:x@thread.tacv2", "INC-1-checkout-is-down"));
        // Deleted, so that it doesn't show.
        team.Channels.Add(new("19:y@thread.tacv2", "inc-1-checkout-is-down-2") { Deleted = true });

        Assert.Equal("inc-1-checkout-is-down-3", (await house.Platform.OpenRoom(TeamsHouse.Plan(), default)).Name);
    }

    [Fact]
    public async Task One_in_the_archive_is_taken_out_of_it()
    {
        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);
        await house.Platform.Archive(room, default);
        Assert.True(house.Teams.Channels[0].Archived);

        Assert.Equal(room, await house.Platform.OpenRoom(TeamsHouse.Plan(), default));
        Assert.False(house.Teams.Channels[0].Archived);
    }

    [Fact]
    public async Task One_that_was_deleted_is_replaced()
    {
        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);
        house.Teams.Channels[0].Deleted = true;

        var other = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);

        Assert.NotEqual(room, other);
        Assert.Equal("inc-1-checkout-is-down-2", other.Name);
    }

    [Fact]
    public async Task Where_a_team_is_full_the_next_one_takes_its_turn()
    {
        await using var two = await TeamsHouse.Start(
            ("Teams:TeamId", $"{FakeTeams.FirstGroup},bbbbbbbb-0000-4000-8000-000000000002"));
        var second = two.Teams.AddTeam("SRE 2");
        for (var number = 0; number < 960; number++)
            two.Teams.Teams[0].Channels.Add(new($"19:{number}@thread.tacv2", $"old-{number}"));

        var room = await two.Platform.OpenRoom(TeamsHouse.Plan(), default);

        Assert.Equal(second.Channels[^1].Id, room.Id);
    }

    [Fact]
    public async Task Without_permission_a_thread_in_the_announcements_is_the_room()
    {
        house.Forbid("POST", "/channels");

        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);
        await house.Platform.Post(room, TeamsHouse.Card("hello"), "1", default);

        Assert.Equal(FakeTeams.FirstTeam, TeamsIds.ChannelOf(room.Id));
        Assert.NotNull(TeamsIds.RootOf(room.Id));
        Assert.All(house.Teams.Posts, post => Assert.Equal(room.Id, post.Conversation));
        Assert.Equal(room, await house.Platform.OpenRoom(TeamsHouse.Plan(), default));
        await house.Platform.Archive(room, default);
    }

    [Fact]
    public async Task Where_nothing_is_proved_nobody_else_is_asked()
    {
        await using var local = await TeamsHouse.Start(
            ("Teams:AllowAnonymous", "true"), ("Teams:AppId", ""), ("Teams:AppPassword", ""), ("Teams:TenantId", ""),
            ("Teams:TeamId", FakeTeams.FirstTeam), ("Teams:GraphUrl", "https://graph.microsoft.com/v1.0"));
        local.Teams.Faults = call => call switch
        {
            { Method: "POST" } =>
                new Fault.Status(201, $$"""{"id":"{{FakeTeams.FirstTeam}};messageid=7","activityId":"7"}"""),
            _ => new Fault.Status(404),
        };

        var room = await local.Platform.OpenRoom(TeamsHouse.Plan(), default);

        Assert.Equal(TeamsIds.ThreadOf(FakeTeams.FirstTeam, "7"), room.Id);
        Assert.All(local.Teams.Calls, call => Assert.Equal("", call.Authorization));
        Assert.DoesNotContain(local.Teams.Calls, call => call.Path.Contains("/login", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_private_one_is_a_chat_of_those_who_may_see_it_with_the_bot_in_it()
    {
        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(@private: true, people: house.Person("ada")), default);
        await house.Platform.Invite(room, [house.Person("ada"), house.Person("grace")], default);

        var chat = Assert.Single(house.Teams.Chats);
        Assert.Equal(room.Id, chat.Id);
        Assert.Equal([house.Teams.Person("ada").ObjectId, house.Teams.Person("grace").ObjectId], chat.Members);
        Assert.EndsWith("catalogue-1", Assert.Single(chat.Apps));
        Assert.Empty(house.Teams.Channels);
    }

    [Fact]
    public async Task A_private_one_is_nothing_less_where_no_chat_is_allowed()
    {
        house.Forbid("POST", "/chats");

        await Assert.ThrowsAsync<ChatRefusedException>(
            () => house.Platform.OpenRoom(TeamsHouse.Plan(@private: true, people: house.Person("ada")), default));

        Assert.Empty(house.Teams.Channels);
        Assert.Empty(house.Teams.Posts);
    }

    [Fact]
    public async Task One_that_became_private_goes_on_in_a_chat()
    {
        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);

        var other = await house.Platform.Furnish(
            room, TeamsHouse.Plan(@private: true, people: house.Person("ada")), default);

        Assert.Equal(Assert.Single(house.Teams.Chats).Id, other.Id);
    }

    [Fact]
    public async Task Its_name_and_description_follow_the_incident_and_its_page_is_a_tab()
    {
        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);

        var renamed = await house.Platform.Furnish(room, TeamsHouse.Plan("Payments are down"), default);

        var channel = house.Teams.Channels[0];
        Assert.Equal(
            (room.Id, "inc-1-payments-are-down", "inc-1-payments-are-down"), (renamed.Id, renamed.Name, channel.Name));
        Assert.StartsWith("INC-1: Payments are down", channel.Description);
        Assert.Equal(["https://bot.example.org/incidents/INC-1"], channel.Tabs);
        var calls = house.Teams.Calls.Count;
        await house.Platform.Furnish(renamed, TeamsHouse.Plan("Payments are down"), default);
        Assert.Equal(calls, house.Teams.Calls.Count);
    }

    [Fact]
    public async Task What_people_called_it_stays_until_it_should_be_called_something_else()
    {
        var room = await house.Platform.Furnish(
            await house.Platform.OpenRoom(TeamsHouse.Plan(), default), TeamsHouse.Plan(), default);
        house.Teams.Channels[0].Name = "war room";

        await house.Platform.Furnish(room, TeamsHouse.Plan() with { Topic = "SEV2" }, default);
        Assert.Equal("war room", house.Teams.Channels[0].Name);
        await house.Platform.Furnish(room, TeamsHouse.Plan("Payments are down"), default);
        Assert.Equal("inc-1-payments-are-down", house.Teams.Channels[0].Name);
    }

    [Theory]
    [InlineData("PATCH", "thread.tacv2")]
    [InlineData("POST", "/tabs")]
    public async Task What_Teams_refuses_is_left_as_it_is(string method, string ending)
    {
        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);
        house.Forbid(method, ending);

        Assert.Equal(room, await house.Platform.Furnish(room, TeamsHouse.Plan(), default));
    }

    [Fact]
    public async Task Those_who_are_not_in_the_team_are_brought_in_and_nobody_twice()
    {
        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);

        await house.Platform.Invite(
            room, [house.Person("ada"), new("teams:cccccccc-0000-4000-8000-000000000001", "New")], default);

        Assert.Equal(["cccccccc-0000-4000-8000-000000000001"], house.Teams.Teams[0].Members);
    }

    [Fact]
    public async Task An_archive_that_Graph_does_not_allow_is_said_so()
    {
        var room = await house.Platform.OpenRoom(TeamsHouse.Plan(), default);
        house.Forbid("POST", "/archive");

        var no = await Assert.ThrowsAsync<ChatRefusedException>(() => house.Platform.Archive(room, default));
        Assert.Equal(403, TeamsException.StatusIn(no));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task What_Graph_cannot_do_now_is_tried_again(int status)
    {
        house.Teams.Faults = call =>
            call.Path.Contains("/graph/", StringComparison.Ordinal) ? new Fault.Status(status, "{}", 11) : null;

        var later = await Assert.ThrowsAsync<ChatUnavailableException>(
            () => house.Platform.OpenRoom(TeamsHouse.Plan(), default));

        Assert.Equal(TimeSpan.FromSeconds(11), later.RetryAfter);
        house.Teams.Faults = _ => null;
        await house.Platform.OpenRoom(TeamsHouse.Plan(), default);
    }
}
