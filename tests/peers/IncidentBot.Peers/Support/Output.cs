using System.Collections.Concurrent;

namespace IncidentBot.Peers.Support;

/// <summary>What a process said, for when it has to be shown why a test failed.</summary>
sealed class Output
{
    readonly ConcurrentQueue<string> lines = new();

    public void Add(string? line) => lines.Enqueue(line ?? "");

    public override string ToString() => string.Join('\n', lines);
}
