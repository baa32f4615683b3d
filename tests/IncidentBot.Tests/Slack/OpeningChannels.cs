using IncidentBot.Chat;

namespace IncidentBot.Slack;

/// <summary>A channel of its own for an incident: one, whatever happens on the way.</summary>
public sealed class OpeningChannels : IAsyncLifetime
{
    static readonly RoomPlan Plan = new("key-1", "inc-1-checkout-is-down", "SEV1", Private: false);

    SlackHouse house = null!;

    public async Task InitializeAsync() => house = await SlackHouse.Start();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task It_is_opened_once_and_found_again()
    {
        var room = await house.Platform.OpenRoom(Plan, default);
        var again = await house.AnotherNode().OpenRoom(Plan, default);

        Assert.Equal((room, "inc-1-checkout-is-down"), (again, room.Name));
        Assert.False(Assert.Single(house.Slack.Channels).Private);
    }

    [Theory]
    [InlineData("INC 12: Ünïcode & <!channel> *bold*", "inc-12-n-code-channel-bold")]
    [InlineData("---", "incident")]
    [InlineData("", "incident")]
    [InlineData("日本", "incident")]
    public async Task It_gets_a_name_that_Slack_takes(string wanted, string name) =>
        Assert.Equal(name, (await house.Platform.OpenRoom(Plan with { Name = wanted }, default)).Name);

    [Fact]
    public async Task A_name_that_is_taken_gets_a_number_and_stays_short_enough()
    {
        var name = new string('a', 80);
        house.Slack.AddChannel(name);
        house.Slack.AddChannel($"{name[..78]}-2");

        var room = await house.Platform.OpenRoom(Plan with { Name = name }, default);

        Assert.Equal($"{name[..78]}-3", room.Name);
    }

    [Fact]
    public async Task An_answer_that_is_lost_opens_no_second_one()
    {
        house.Slack.Faults = call => call.Method == "conversations.create" ? new Fault.AnswerLost() : null;
        await Assert.ThrowsAsync<ChatUnavailableException>(() => house.Platform.OpenRoom(Plan, default));
        house.Slack.Faults = _ => null;
        house.Clock.Advance(TimeSpan.FromMinutes(10));

        var room = await house.AnotherNode().OpenRoom(Plan, default);

        Assert.Equal(Assert.Single(house.Slack.Channels).Id, room.Id);
    }

    [Fact]
    public async Task An_answer_that_is_lost_for_a_name_that_was_taken_opens_no_third_one()
    {
        house.Slack.AddChannel(Plan.Name);
        house.Slack.Faults = call => call["name"] == $"{Plan.Name}-2" ? new Fault.AnswerLost() : null;
        await Assert.ThrowsAsync<ChatUnavailableException>(() => house.Platform.OpenRoom(Plan, default));
        house.Slack.Faults = _ => null;

        var room = await house.Platform.OpenRoom(Plan, default);

        Assert.Equal($"{Plan.Name}-2", room.Name);
        Assert.Equal(2, house.Slack.Channels.Count);
    }

    [Fact]
    public async Task One_that_others_made_meanwhile_is_not_taken_for_it()
    {
        house.Slack.Faults = call => call.Method == "conversations.create" ? Fault.Broken : null;
        await Assert.ThrowsAsync<ChatUnavailableException>(() => house.Platform.OpenRoom(Plan, default));
        house.Slack.Faults = _ => null;
        house.Slack.AddChannel(Plan.Name);

        Assert.Equal($"{Plan.Name}-2", (await house.Platform.OpenRoom(Plan, default)).Name);
    }

    [Fact]
    public async Task One_of_an_older_life_of_the_bot_is_not_taken_for_it()
    {
        await house.Platform.OpenRoom(Plan with { Key = "of old" }, default);
        house.Clock.Advance(TimeSpan.FromDays(1));
        house.Slack.Faults = call => call.Method == "conversations.create" ? Fault.Broken : null;
        await Assert.ThrowsAsync<ChatUnavailableException>(() => house.Platform.OpenRoom(Plan, default));
        house.Slack.Faults = _ => null;

        Assert.Equal($"{Plan.Name}-2", (await house.Platform.OpenRoom(Plan, default)).Name);
    }

    [Fact]
    public async Task A_private_one_is_seen_by_nobody_who_was_not_invited()
    {
        await house.Platform.OpenRoom(Plan with { Private = true }, default);

        var channel = Assert.Single(house.Slack.Channels);
        Assert.True(channel.Private);
        Assert.Equal([FakeSlack.Bot], channel.Members);
    }

    [Fact]
    public async Task Out_of_the_archive_it_is_taken_where_Slack_lets_a_bot_do_that()
    {
        house.Slack.BotsUnarchive = true;
        var room = await house.Platform.OpenRoom(Plan, default);
        await house.Platform.Archive(room, default);
        await house.Platform.Archive(room, default);
        Assert.True(house.Slack.Channels[0].Archived);

        Assert.Equal(room, await house.Platform.OpenRoom(Plan, default));
        Assert.False(Assert.Single(house.Slack.Channels).Archived);
    }

    [Fact]
    public async Task Where_Slack_does_not_let_it_another_one_goes_on()
    {
        var room = await house.Platform.OpenRoom(Plan, default);
        await house.Platform.Archive(room, default);

        var other = await house.Platform.OpenRoom(Plan, default);

        Assert.Equal($"{Plan.Name}-2", other.Name);
        Assert.Equal(other, await house.Platform.OpenRoom(Plan, default));
    }

    [Fact]
    public async Task One_that_was_deleted_by_hand_is_opened_anew()
    {
        await house.Platform.OpenRoom(Plan, default);
        house.Slack.Delete(house.Slack.Channels[0]);

        var room = await house.Platform.OpenRoom(Plan, default);

        Assert.Equal(Assert.Single(house.Slack.Channels).Id, room.Id);
    }

    [Fact]
    public async Task A_workspace_that_lets_nobody_open_channels_is_named_as_the_reason()
    {
        house.Slack.Faults = call => call.Method == "conversations.create" ? new Fault.Error("restricted_action") : null;

        var no = await Assert.ThrowsAsync<ChatRefusedException>(() => house.Platform.OpenRoom(Plan, default));

        Assert.Contains("doesn't allow conversations.create", no.Message, StringComparison.Ordinal);
    }
}
