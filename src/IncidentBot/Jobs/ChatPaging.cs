using IncidentBot.Chat;

namespace IncidentBot.Jobs;

/// <summary>Pages by direct message on a chat platform.</summary>
public sealed class ChatPaging(IChatPlatform platform) : IPagingChannel
{
    public string Name => platform.Name;

    public async Task<bool> Page(Person whom, Card card, string key, CancellationToken ct)
    {
        if (await platform.DirectRoom(whom, ct) is not { } room)
            return false;
        await platform.Post(room, card, key, ct);
        return true;
    }
}
