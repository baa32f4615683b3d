using System.Collections.Concurrent;
using IncidentBot.Chat;

namespace IncidentBot.Teams;

/// <summary>A notebook in memory.</summary>
sealed class Paper : INotebook
{
    readonly ConcurrentDictionary<(string, string), string> notes = [];

    /// <summary>Nothing can be read or written.</summary>
    public bool Away { get; set; }

    public Task<string?> Read(string platform, string key, CancellationToken ct) =>
        Away ? throw new IOException("away") : Task.FromResult(notes.GetValueOrDefault((platform, key)));

    public Task Write(string platform, string key, string text, TimeSpan? keep, CancellationToken ct)
    {
        notes[(platform, key)] = Away ? throw new IOException("away") : text;
        return Task.CompletedTask;
    }

    public Task<bool> Replace(
        string platform, string key, string? before, string text, TimeSpan? keep, CancellationToken ct) =>
        Away ? throw new IOException("away") : Task.FromResult(before is null
            ? notes.TryAdd((platform, key), text)
            : notes.TryUpdate((platform, key), text, before));

    public Task Erase(string platform, string key, CancellationToken ct)
    {
        notes.TryRemove((platform, key), out _);
        return Task.CompletedTask;
    }
}
