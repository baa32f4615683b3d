using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.Outgoing;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Heard;

/// <summary>Notices where the app is added and taken away: which team incidents get their channels in, where it reaches whom.</summary>
public sealed class Noticing(HomeTeams teams, KnownRooms rooms, Colleagues colleagues, Greeting greeting, Bridge bridge) : ITake
{
    public Task<Response>? Take(Arrival arrival) => arrival is Installed installed ? Take(installed.About, installed.Added) : null;

    async Task<Response> Take(Activity about, bool added)
    {
        if (!added)
        {
            if (about.In.Team is { } left)
                await teams.Left(left.Id, default);
            return new Response.Taken();
        }
        if (about.In.Team is { } team)
            await teams.Joined(team.Id, team.GroupId, default);
        await rooms.Learn(about.In.Room, about.In.Name);
        if (about.In.Kind == PlaceKind.Personal)
            await colleagues.Of(about);
        bridge.Follow(ct => greeting.Say(about, ct));
        return new Response.Taken();
    }
}
