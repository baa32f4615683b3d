using System.Diagnostics.Metrics;

namespace IncidentBot.Support;

/// <summary>Meters that nobody reads.</summary>
sealed class TestMeters : IMeterFactory
{
    public Meter Create(MeterOptions options) => new(options);

    public void Dispose()
    {
    }
}
