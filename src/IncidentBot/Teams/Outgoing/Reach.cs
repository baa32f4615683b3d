using IncidentBot.Chat;

namespace IncidentBot.Teams.Outgoing;

/// <summary>
/// Calls Teams about a room. Waits where it was just opened and isn't known everywhere yet; says so where it turns out to be
/// lost, since the event that tells may have been lost too.
/// </summary>
public sealed class Reach(AnnounceChannel announce, Channels channels, IRoomWatch watch, TimeProvider clock)
{
    static readonly TimeSpan Anew = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    public async Task<T> Call<T>(Room room, Func<Task<T>> call, CancellationToken ct)
    {
        try
        {
            return await call();
        }
        catch (ChatRefusedException no) when (no is not MessageGoneException && LossIn(no) is { } how)
        {
            if (await channels.IsYoung(room.Id, ct))
                throw new ChatUnavailableException("Teams doesn't know the new channel everywhere yet.", Soon, no.InnerException);
            if (await announce.Lost(room.Id, ct))
                throw new ChatUnavailableException($"{room.Name} can't be used any more; another one is looked for.", Anew, no.InnerException);
            await watch.Lost(room, how, by: null, clock.GetUtcNow(), ct);
            throw;
        }
    }

    /// <returns>Null: the room isn't lost, something else is wrong.</returns>
    public static RoomLoss? LossIn(ChatRefusedException no) => (TeamsException.StatusIn(no), TeamsException.CodeIn(no)) switch
    {
        (404, _) => RoomLoss.Deleted,
        (403, "BotNotInConversationRoster") => RoomLoss.PutOut,
        _ => null,
    };
}
