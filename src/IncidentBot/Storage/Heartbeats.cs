using System.Collections.Concurrent;

namespace IncidentBot.Storage;

/// <summary>When each loop of this process last came round.</summary>
public sealed class Heartbeats(TimeProvider clock)
{
    /// <summary>A loop that hasn't come round for so long is stalled.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    readonly ConcurrentDictionary<string, DateTimeOffset> last = new();

    public void Beat(string loop) => last[loop] = clock.GetUtcNow();

    /// <summary>False as long as no loop ever came round.</summary>
    public bool Any => !last.IsEmpty;

    public IReadOnlyList<string> Stalled =>
        [.. last.Where(beat => clock.GetUtcNow() - beat.Value > Longest).Select(beat => beat.Key).Order()];
}
