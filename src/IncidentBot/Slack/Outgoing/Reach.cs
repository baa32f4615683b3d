using System.Text.Json;
using IncidentBot.Chat;

namespace IncidentBot.Slack.Outgoing;

/// <summary>
/// Calls Slack about a channel. Comes into it where it isn't in it yet; says so where the channel turns out to be lost, since
/// the event that tells may have been lost too.
/// </summary>
public sealed class Reach(SlackApi api, AnnounceChannel announce, SlackNotes notes, IRoomWatch watch, TimeProvider clock)
{
    const string Join = "conversations.join";
    static readonly TimeSpan Anew = TimeSpan.FromSeconds(1);

    /// <inheritdoc cref="SlackApi.Call"/>
    public Task<JsonElement> Call(Room room, string method, object arguments, CancellationToken ct) =>
        Call(room, method, arguments, mayJoin: true, ct);

    async Task<JsonElement> Call(Room room, string method, object arguments, bool mayJoin, CancellationToken ct)
    {
        try
        {
            return await api.Call(method, arguments, ct);
        }
        catch (ChatRefusedException no) when (mayJoin && SlackException.CodeIn(no) is "not_in_channel")
        {
            await Call(room, Join, new { channel = room.Id }, mayJoin: false, ct);
        }
        catch (ChatRefusedException no) when (LossIn(no) is { } how)
        {
            await Lost(room, how, no, ct);
            throw;
        }
        return await Call(room, method, arguments, mayJoin: false, ct);
    }

    /// <returns>Null: the channel isn't lost, something else is wrong.</returns>
    public static RoomLoss? LossIn(ChatRefusedException no) => no.InnerException is not SlackException said ? null : said.Code switch
    {
        "is_archived" => RoomLoss.Archived,
        "channel_not_found" => RoomLoss.Deleted,
        "not_in_channel" or "channel_is_limited_access" => RoomLoss.PutOut,
        // A private channel can only be joined by invitation.
        "method_not_supported_for_channel_type" when said.Method == Join => RoomLoss.PutOut,
        _ => null,
    };

    async Task Lost(Room room, RoomLoss how, ChatRefusedException no, CancellationToken ct)
    {
        if (await announce.Lost(room, ct))
            throw new ChatUnavailableException($"#{room.Name} can't be used any more; another one is looked for.", Anew, no.InnerException);
        // Slack says of a private channel without the bot that there is none.
        if (how == RoomLoss.Deleted && await Furnished.Noted(room, notes, ct) is { Private: true })
            how = RoomLoss.PutOut;
        await watch.Lost(room, how, by: null, clock.GetUtcNow(), ct);
    }
}
