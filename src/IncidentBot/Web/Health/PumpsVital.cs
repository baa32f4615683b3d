using IncidentBot.Storage;

namespace IncidentBot.Web.Health;

/// <summary>The loops that send pages and fire timers come round.</summary>
sealed class PumpsVital(Heartbeats heartbeats, TimeProvider clock) : IVital
{
    readonly long began = clock.GetTimestamp();

    public string Name => "pumps";

    public Task<string?> Flaw(CancellationToken ct) => Task.FromResult(
        heartbeats.Stalled is { Count: > 0 } stalled
            ? $"{string.Join(", ", stalled)} has not moved for {Heartbeats.Longest.TotalSeconds:0} s; pages may not go out."
        : !heartbeats.Any && clock.GetElapsedTime(began) > Heartbeats.Longest ? "No pump ever began; pages don't go out."
        : null);
}
