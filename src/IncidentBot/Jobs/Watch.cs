using System.Diagnostics;
using System.Diagnostics.Metrics;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>What is counted and traced of the bot's own work.</summary>
static class Watch
{
    const string Name = "IncidentBot";

    public static readonly ActivitySource Activities = new(Name);

    static readonly Meter Meter = new(Name);

    static readonly Counter<long> Errands = Meter.CreateCounter<long>(
        "incidentbot.errands", "{errand}", "Errands run, by kind and outcome.");

    static readonly Histogram<double> Waited = Meter.CreateHistogram<double>(
        "incidentbot.errand.wait", "s", "How long an errand was written down before it ended.");

    static readonly Histogram<double> Pages = Meter.CreateHistogram<double>(
        "incidentbot.page.latency", "s", "From due until a provider took it.");

    static readonly Counter<long> Timers = Meter.CreateCounter<long>(
        "incidentbot.timers", "{timer}", "Timers fired, by kind.");

    static OutboxDepth depth = new(0, null);
    static double oldest;

    static Watch()
    {
        Meter.CreateObservableGauge("incidentbot.outbox.depth", () => depth.Errands, "{errand}", "Errands that wait.");
        Meter.CreateObservableGauge(
            "incidentbot.page.oldest", () => oldest, "s", "How long the longest waiting page has waited.");
    }

    public static void Errand(string kind, string outcome, TimeSpan waited)
    {
        Errands.Add(1, new("kind", kind), new("outcome", outcome));
        Waited.Record(waited.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
    }

    public static void Paged(string channel, TimeSpan since) =>
        Pages.Record(since.TotalSeconds, new KeyValuePair<string, object?>("channel", channel));

    public static void Timer(string kind) => Timers.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public static void Outbox(OutboxDepth now, DateTimeOffset at) =>
        (depth, oldest) = (now, now.OldestPage is { } since ? (at - since).TotalSeconds : 0);
}
