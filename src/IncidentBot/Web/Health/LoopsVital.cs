using IncidentBot.Storage;

namespace IncidentBot.Web.Health;

/// <summary>The loops that page people come round.</summary>
sealed class LoopsVital(Heartbeats heartbeats) : IVital
{
    public string Name => "loops";

    public Task<string?> Flaw(CancellationToken ct) => Task.FromResult(
        heartbeats.Stalled is { Count: > 0 } stalled ? $"{string.Join(", ", stalled)} has not moved for a minute." : null);
}
