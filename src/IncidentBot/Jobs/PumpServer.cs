using Hangfire.InMemory;
using Hangfire.Server;

namespace IncidentBot.Jobs;

/// <summary>Hangfire's server for the pumps alone: it runs them and starts them again when they break.</summary>
/// <remarks>
/// It keeps its books in memory, whatever the database is, so that no lock or outage of Hangfire's own storage ever stands
/// between what is owed and the pump that does it. The periodic jobs have a server of their own.
/// </remarks>
public sealed class PumpServer(IReadOnlyList<Pump> pumps) : IHostedService, IDisposable
{
    BackgroundProcessingServer? server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        server = new(
            new InMemoryStorage(), pumps.Select(pump => pump.UseThreadPool(1)), new Dictionary<string, object>(),
            new()
            {
                // Hangfire's own delays grow to five minutes; somebody may be waiting for a page.
                RetryDelay = attempt => TimeSpan.FromSeconds(Math.Clamp(attempt, 1, 5)),
                RestartDelay = TimeSpan.FromSeconds(1),
                StopTimeout = TimeSpan.FromSeconds(5),
                ShutdownTimeout = TimeSpan.FromSeconds(6),
            });
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        server?.SendStop();
        if (server is not null)
            await server.WaitForShutdownAsync(cancellationToken);
    }

    public void Dispose()
    {
        server?.Dispose();
        foreach (var pump in pumps.OfType<IDisposable>())
            pump.Dispose();
    }
}
