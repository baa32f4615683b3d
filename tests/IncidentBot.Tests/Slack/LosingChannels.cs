using IncidentBot.Chat;

namespace IncidentBot.Slack;

/// <summary>A channel that people took away, found out by what Slack answers: the event that tells may be lost.</summary>
public sealed class LosingChannels : IAsyncLifetime
{
    SlackHouse house = null!;

    public async Task InitializeAsync() => house = await SlackHouse.Start();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task One_that_was_archived_is_said_to_be()
    {
        var room = house.Channel("inc-1");
        house.Slack.PutAway(house.Slack.Channel("inc-1"));

        await Refused(() => house.Platform.Post(room, new($"news"), "key", default));

        Assert.Equal([(room, RoomLoss.Archived)], house.Losses);
    }

    [Fact]
    public async Task One_that_was_deleted_is_said_to_be_whatever_was_to_be_done_there()
    {
        var room = house.Channel("inc-1");
        house.Slack.Delete(house.Slack.Channel("inc-1"));
        var ann = house.Meets("U0ANN", "Ann");

        await Refused(() => house.Platform.Post(room, new($"news"), "key", default));
        await Refused(() => house.Platform.Update(new(room, "1.1"), new($"news"), 1, default));
        await Refused(() => house.Platform.Pin(new(room, "1.1"), default));
        await Refused(() => house.Platform.Invite(room, [ann], default));
        await Refused(() => house.Platform.Furnish(room, new("key", "inc-1", "topic", false), default));

        Assert.Equal(Enumerable.Repeat((room, RoomLoss.Deleted), 5), house.Losses);
    }

    [Fact]
    public async Task Out_of_a_private_one_the_bot_was_put()
    {
        var room = await house.Platform.OpenRoom(new("key", "inc-1", "", Private: true), default);
        house.Slack.Channel("inc-1").Members.Clear();

        await Refused(() => house.Platform.Post(room, new($"news"), "key", default));

        Assert.Equal([(room, RoomLoss.PutOut)], house.Losses);
    }

    [Fact]
    public async Task Into_a_public_one_the_bot_comes_back_by_itself()
    {
        var room = house.Channel("inc-1");
        house.Slack.Channel("inc-1").Members.Clear();

        await house.Platform.Post(room, new($"news"), "key", default);

        Assert.Empty(house.Losses);
    }

    [Fact]
    public async Task What_the_bot_may_not_do_is_no_loss()
    {
        var room = house.Channel("inc-1");
        house.Slack.Faults = _ => new Fault.Error("restricted_action");

        await Refused(() => house.Platform.Post(room, new($"news"), "key", default));

        Assert.Empty(house.Losses);
    }

    static Task<ChatRefusedException> Refused(Func<Task> call) => Assert.ThrowsAsync<ChatRefusedException>(call);
}
