using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IncidentBot.Jobs;

/// <summary>What is counted and traced of the bot's own work.</summary>
static class Watch
{
    const string Name = "IncidentBot";

    public static readonly ActivitySource Activities = new(Name);

    static readonly Meter Meter = new(Name);

    static readonly Counter<long> Errands = Meter.CreateCounter<long>(
        "incidentbot.errands", description: "Errands run, by kind and outcome");

    static readonly Histogram<double> Waited = Meter.CreateHistogram<double>(
        "incidentbot.errand.wait", "s", "From written down to run");

    static readonly Histogram<double> Pages = Meter.CreateHistogram<double>(
        "incidentbot.page.latency", "s", "From due to handed over");

    static readonly Counter<long> Timers = Meter.CreateCounter<long>("incidentbot.timers", description: "Timers fired, by kind");

    public static void Errand(string kind, string outcome, TimeSpan waited)
    {
        Errands.Add(1, new("kind", kind), new("outcome", outcome));
        Waited.Record(waited.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
    }

    public static void Paged(TimeSpan since) => Pages.Record(since.TotalSeconds);

    public static void Timer(string kind) => Timers.Add(1, new KeyValuePair<string, object?>("kind", kind));
}
