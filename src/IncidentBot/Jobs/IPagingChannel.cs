using IncidentBot.Chat;

namespace IncidentBot.Jobs;

/// <summary>One way to reach a person: chat, and later phone, SMS, mail, push; one file each.</summary>
/// <exception cref="ChatUnavailableException">It may work later.</exception>
/// <exception cref="ChatRefusedException">It will never work.</exception>
public interface IPagingChannel
{
    string Name { get; }

    /// <param name="key">The same on every copy, so that two are known to be one.</param>
    /// <returns>False when this channel doesn't know the person.</returns>
    Task<bool> Page(Person whom, Card card, string key, CancellationToken ct);
}

/// <summary>A direct message on a chat platform.</summary>
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
