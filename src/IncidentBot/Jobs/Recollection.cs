using System.Globalization;
using Hangfire;
using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>
/// Reads up what was said in the rooms of open incidents while the bot could not hear it: it was down, or what a platform
/// told it got lost. Nothing is heard twice.
/// </summary>
/// <remarks>Without arguments; it may run twice. Not tried again when it fails: the next time comes by itself.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed partial class Recollection(
    Platforms platforms, TalkStore talk, INotebook notes, TimeProvider clock, ILogger<Recollection> log)
{
    /// <summary>Clocks need not agree, and what was said a moment ago may not be told yet.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    static readonly TimeSpan Farthest = TimeSpan.FromDays(1);

    public async Task ReadUp(CancellationToken ct)
    {
        foreach (var platform in platforms.All.Where(one => one.Remembers))
            foreach (var room in await talk.OpenRooms(platform.Name, ct))
                try
                {
                    await ReadUp(room, platform, ct);
                }
                catch (Exception no) when (no is ChatUnavailableException or ChatRefusedException)
                {
                    NotTold(platform.Name, room.Id, no.Message);
                }
    }

    async Task ReadUp(Room room, GuardedPlatform platform, CancellationToken ct)
    {
        var (key, now) = ($"read up:{room.Id}", clock.GetUtcNow());
        var last = long.TryParse(await notes.Read(platform.Name, key, ct), CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at) - Overlap : now - Farthest;
        foreach (var one in await platform.Since(room, last > now - Farthest ? last : now - Farthest, ct))
        {
            if (!one.Gone)
                await talk.Heard(one.Talk, ct);
            if (one.Gone || one.Edited)
                await talk.Corrected(room, one.Talk.Id, one.Gone ? null : one.Talk.Words, ct);
        }
        await notes.Write(platform.Name, key, $"{now.ToUnixTimeMilliseconds()}", Farthest * 7, ct);
    }

    [LoggerMessage(1204, LogLevel.Information, "{Platform} does not tell what was said in {Room}: {Reason}")]
    partial void NotTold(string platform, string room, string reason);
}
