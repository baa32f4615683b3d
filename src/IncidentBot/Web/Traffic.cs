using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IncidentBot.Web;

/// <summary>The bot's own figures: who asks for what, from where, and how long it took.</summary>
public sealed class Traffic : IDisposable
{
    public const string Name = "IncidentBot";

    readonly Meter meter;
    readonly Counter<long> invocations;
    readonly Histogram<double> durations;
    readonly Histogram<double> declares;

    public Traffic(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        invocations = meter.CreateCounter<long>(
            "incidentbot.invocations", "{invocation}", "What people asked the bot for.");
        durations = meter.CreateHistogram<double>(
            "incidentbot.invocation.duration", "s", "How long an answer took, by surface.");
        declares = meter.CreateHistogram<double>(
            "incidentbot.declare.duration", "s", "How long it took until a new incident was durable.");
    }

    /// <summary>Spans of invocations, for whoever collects traces.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    public void Count(string verb, string surface, string outcome, TimeSpan took)
    {
        invocations.Add(1, new("verb", verb), new("surface", surface), new("outcome", outcome));
        durations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("surface", surface));
    }

    public void Declared(TimeSpan took) => declares.Record(took.TotalSeconds);

    public void Dispose() => meter.Dispose();
}
