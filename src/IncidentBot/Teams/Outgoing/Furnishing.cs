using IncidentBot.Chat;

namespace IncidentBot.Teams.Outgoing;

/// <summary>Keeps name, description and tabs of an incident's room as they should be.</summary>
/// <remarks>What Teams refuses is left as it is: an incident needs its channel more than the channel its description.</remarks>
public sealed partial class Furnishing(
    Rooms rooms, Channels channels, Tabs tabs, TeamsNotes notes, ILogger<Furnishing> log)
{
    /// <remarks>What was said in a channel can't be made private; what follows can.</remarks>
    public async Task<Room> Furnish(Room room, RoomPlan plan, CancellationToken ct)
    {
        if (plan.Private && !room.IsChat())
            return await rooms.Own.Open(plan, ct);
        var (wanted, about) = (ChannelNames.Bend(plan.Name), ChannelNames.Description(plan.Purpose, plan.Topic));
        var key = $"furnished:{room.Id}";
        var before = (await notes.Read(key, ct))?.Split('\n', 3) is [var want, var name, var described] ? (want, name, described) : default;
        var now = room with { Name = before.name ?? room.Name };
        try
        {
            if ((before.want, before.described) != (wanted, about))
            {
                // What people called it by hand stays until it should be called something else.
                now = await Describe(now, wanted, renamed: before.want != wanted, about, plan, ct);
                await notes.Write(key, $"{wanted}\n{now.Name}\n{about}", null, ct);
            }
            if (!room.IsChat() && TeamsIds.RootOf(room.Id) is null)
                await tabs.Show(room.Id, await channels.GroupOf(room.Id, ct), plan.Links, ct);
        }
        catch (ChatRefusedException no) when (Reach.LossIn(no) is null)
        {
            Unfurnished(room.Name, no.Message);
        }
        return now;
    }

    /// <summary>Archived before, or gone, is archived too. A chat has no archive, and a thread is a message among others.</summary>
    public async Task Archive(Room room, CancellationToken ct)
    {
        if (room.IsChat() || TeamsIds.RootOf(room.Id) is not null)
            return;
        try
        {
            await channels.Archive(room.Id, ct);
        }
        catch (ChatRefusedException no) when (TeamsException.StatusIn(no) is 400 or 404 or 409)
        {
        }
    }

    async Task<Room> Describe(Room room, string name, bool renamed, string about, RoomPlan plan, CancellationToken ct) =>
        room.IsChat() ? renamed ? await rooms.Chats.Describe(room, name, ct) : room
        : TeamsIds.RootOf(room.Id) is not null ? await rooms.Threads.Describe(room, name, plan, ct)
        : await channels.Describe(room, renamed ? name : null, about, ct);

    [LoggerMessage(1552, LogLevel.Warning, "{Room} is not as it should be: {Reason}")]
    partial void Unfurnished(string room, string reason);
}
