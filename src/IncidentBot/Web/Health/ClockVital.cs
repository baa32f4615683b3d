using IncidentBot.Storage;

namespace IncidentBot.Web.Health;

/// <summary>The clock that the bot goes by and the machine's wall clock still tell about the same time.</summary>
sealed class ClockVital(TimeProvider clock) : IVital
{
    /// <summary>Beyond this signed requests of chat platforms are refused as too old.</summary>
    static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    public string Name => "clock";

    public Task<string?> Flaw(CancellationToken ct) => Task.FromResult(
        clock is SteadyClock steady && steady.Drift.Duration() > Most
            ? $"The machine's clock was set {steady.Drift.TotalSeconds:+0;-0} s away from the bot's; set it right and restart."
            : null);
}
