using IncidentBot.Chat;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.Outgoing;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Heard;

/// <summary>Notices what people do to a channel by hand: rename it, archive it, delete it.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events</remarks>
public sealed class Watching(IRoomWatch watch, KnownRooms rooms, AnnounceChannel announce, HomeTeams teams, Colleagues colleagues) : ITake
{
    public Task<Response>? Take(Arrival arrival) => arrival is Altered altered ? Take(altered) : null;

    async Task<Response> Take(Altered altered)
    {
        var (about, at) = (altered.About, altered.About.At ?? DateTimeOffset.UnixEpoch);
        var room = new Room(TeamsIds.Platform, altered.Channel ?? about.In.Room, about.In.Name);
        switch (altered.What)
        {
            // Also for those that the bot made itself: nothing comes of it but the name.
            case "channelCreated" or "channelRestored":
                await rooms.Learn(room.Id, room.Name);
                break;
            case "channelRenamed" when room.Name != "":
                await rooms.Learn(room.Id, room.Name);
                await watch.Renamed(room, at, default);
                break;
            case "channelDeleted":
                await Lost(about, room, RoomLoss.Deleted, at);
                break;
            case "channelArchived":
                await Lost(about, room, RoomLoss.Archived, at);
                break;
            case "teamDeleted" or "teamHardDeleted" when about.In.Team is { } team:
                await teams.Left(team.Id, default);
                break;
        }
        return new Response.Taken();
    }

    async Task Lost(Activity about, Room room, RoomLoss how, DateTimeOffset at)
    {
        await announce.Lost(room.Id, default);
        await watch.Lost(room, how, about.By.Id == "" || about.By.IsBot ? null : (await colleagues.Of(about.By, about)).Person, at, default);
    }
}
