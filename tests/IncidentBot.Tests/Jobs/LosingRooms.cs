using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Jobs;

public class LosingRooms
{
    [Fact]
    public async Task One_that_was_archived_by_hand_is_noticed_said_elsewhere_and_opened_again_when_asked()
    {
        var bot = await BotHarness.On("sqlite", null, "slack", "room");
        await bot.Says(Ada, "declare sev1 checkout is down");
        var lost = (await bot.Incident()).Rooms.Single(room => room.Platform == "slack");
        var watch = new RoomWatch(bot.Incidents);

        await watch.Lost(lost, RoomLoss.Archived, Grace, bot.Clock.GetUtcNow(), default);
        await watch.Lost(lost, RoomLoss.Archived, Grace, bot.Clock.GetUtcNow(), default);
        await bot.RunDue();

        Assert.Equal(["room"], (await bot.Incident()).Rooms.Select(room => room.Platform));
        Assert.Single(await bot.Facts<RoomLost>());
        var kept = (await bot.Incident()).Rooms[0];
        Assert.Contains(bot.Chats[1].SeenIn(kept.Id), card => PlainText.Draw(card).Contains("archived by hand"));

        Assert.Contains("room", await bot.Says(Ada, "channel INC-1"));
        Assert.Equal(["room", "slack"], (await bot.Incident()).Rooms.Select(room => room.Platform).Order());
    }

    [Fact]
    public async Task One_that_was_renamed_by_hand_is_called_by_its_new_name()
    {
        var bot = await BotHarness.On("sqlite");
        await bot.Says(Ada, "declare sev1 checkout is down");
        var room = (await bot.Incident()).Rooms[0];
        var watch = new RoomWatch(bot.Incidents);

        await watch.Renamed(room, bot.Clock.GetUtcNow(), default);
        await watch.Renamed(room with { Name = "war-room" }, bot.Clock.GetUtcNow(), default);

        Assert.Equal("war-room", (await bot.Incident()).Rooms[0].Name);
        Assert.Single(await bot.Facts<RoomRenamed>());
    }

    [Fact]
    public async Task One_that_gets_an_earlier_name_again_in_the_same_second_is_called_by_it()
    {
        var bot = await BotHarness.On("sqlite");
        await bot.Says(Ada, "declare sev1 checkout is down");
        var room = (await bot.Incident()).Rooms[0];
        var watch = new RoomWatch(bot.Incidents);

        foreach (var name in new[] { "war-room-2", "war-room", "war-room-2" })
            await watch.Renamed(room with { Name = name }, bot.Clock.GetUtcNow(), default);

        Assert.Equal("war-room-2", (await bot.Incident()).Rooms[0].Name);
    }

    [Fact]
    public async Task What_the_bot_archives_itself_is_no_loss()
    {
        var bot = await BotHarness.On("sqlite");
        await bot.Says(Ada, "declare sev1 checkout is down");
        var room = (await bot.Incident()).Rooms[0];
        await bot.Says(Ada, "cancel INC-1 a false alarm");
        await bot.Says(Ada, "archive INC-1");

        await new RoomWatch(bot.Incidents).Lost(room, RoomLoss.Archived, null, bot.Clock.GetUtcNow(), default);

        Assert.Empty(await bot.Facts<RoomLost>());
    }
}
