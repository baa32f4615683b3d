using System.Globalization;
using IncidentBot.Chat;

namespace IncidentBot.Jobs;

/// <summary>Says something where everybody looks, on each platform once, however many nodes try and however often.</summary>
/// <remarks>
/// Whoever notes first that it tries, does; a node that died over it is given up after a while, and what a platform could
/// not take is tried again when the job runs next.
/// </remarks>
public sealed partial class Bulletins(Platforms platforms, INotebook notes, TimeProvider clock, ILogger<Bulletins> log)
{
    const string Said = "said";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Keep = TimeSpan.FromDays(60);

    /// <param name="key">Names it for good, e.g. "digest/2030-01-07".</param>
    /// <param name="draw">Asked only where it is still to be said; null: there is nothing to say after all.</param>
    public async Task Say(string key, Func<Task<Card?>> draw, CancellationToken ct)
    {
        foreach (var platform in platforms.All)
            await Say(platform, key, draw, ct);
    }

    async Task Say(GuardedPlatform platform, string key, Func<Task<Card?>> draw, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var noted = await notes.Read(platform.Name, key, ct);
        if (noted == Said || now - Begun(noted) < Patience
            || !await notes.Replace(platform.Name, key, noted, $"{now.ToUnixTimeMilliseconds()}", Keep, ct))
            return;
        try
        {
            if (await draw() is { } card)
                await platform.Post(await platform.AnnounceRoom(ct), card, key, ct);
            await notes.Write(platform.Name, key, Said, Keep, ct);
        }
        catch (Exception no) when (no is ChatUnavailableException or ChatRefusedException)
        {
            NotSaid(platform.Name, key, no.Message);
            await notes.Erase(platform.Name, key, ct);
        }
    }

    static DateTimeOffset? Begun(string? noted) =>
        long.TryParse(noted, CultureInfo.InvariantCulture, out var at) ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    [LoggerMessage(1211, LogLevel.Warning, "{Key} could not be said on {Platform}, it is tried again later: {Reason}")]
    partial void NotSaid(string platform, string key, string reason);
}
