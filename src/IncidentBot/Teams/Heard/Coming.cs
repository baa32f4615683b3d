using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Teams.Asked;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.Outgoing;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Heard;

/// <summary>Who comes into the chat of an incident joins the response; who leaves it, leaves that.</summary>
/// <remarks>A channel is its team's, and who comes into a team comes for more than an incident.</remarks>
public sealed class Coming(Colleagues colleagues, KnownRooms rooms, IDesk desk, HomeTeams teams, IRoomWatch watch) : ITake
{
    public Task<Response>? Take(Arrival arrival) => arrival is Moved moved ? Take(moved) : null;

    async Task<Response> Take(Moved moved)
    {
        var about = moved.About;
        if (moved.Left.Any(who => who.Id == about.Bot))
            await PutOut(about);
        else if (about.In.Team is { } team && moved.Came.Any(who => who.Id == about.Bot))
            await teams.Joined(team.Id, team.GroupId, default);
        else if (about.In.Kind == PlaceKind.Group)
        {
            await Do(about, moved.Came, "join");
            await Do(about, moved.Left, "leave");
        }
        return new Response.Taken();
    }

    /// <summary>In the room of no incident, or of one that they may not see, nothing comes of it.</summary>
    async Task Do(Activity about, IReadOnlyList<Sender> people, string line)
    {
        var room = await rooms.Of(about.In);
        foreach (var who in people.Where(who => who.Id != about.Bot))
            if (await colleagues.Of(who, about) is { IsWelcome: true } colleague)
                await desk.Ask(
                    new($"{TeamsIds.Platform}:{about.Key}:{line}:{who.Id}", line, colleague.Person, room, about.At ?? DateTimeOffset.UnixEpoch),
                    Asking.InTime, default);
    }

    async Task PutOut(Activity about)
    {
        if (about.In.Team is { } team)
            await teams.Left(team.Id, default);
        else
            await watch.Lost(await rooms.Of(about.In), RoomLoss.PutOut, null, about.At ?? DateTimeOffset.UnixEpoch, default);
    }
}
