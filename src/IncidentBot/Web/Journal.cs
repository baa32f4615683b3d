using IncidentBot.Chat;

namespace IncidentBot.Web;

/// <summary>Writes one structured line, and one count, for everything that somebody asked of the bot.</summary>
/// <remarks>
/// Ids, a verb of the command book, a reference, an outcome and a time: never what was typed, which may be private or a
/// password in the wrong window.
/// </remarks>
public sealed partial class Journal(ILogger<Journal> log, Traffic traffic)
{
    /// <param name="verb">Of the command book; "?" for anything else.</param>
    /// <param name="about">The incident's reference; null: none.</param>
    public void Note(Person by, string verb, string surface, string? about, string outcome, TimeSpan took)
    {
        traffic.Count(verb, surface, outcome, took);
        Invoked(log, by.Id, verb, surface, about ?? "-", outcome, Math.Round(took.TotalMilliseconds, 1));
    }

    /// <summary>It broke; why stands in a line of its own, by whoever answers for it.</summary>
    public void Failed(Person by, string verb, string surface, TimeSpan took, Exception failure)
    {
        var outcome = Outcomes.Of(failure);
        traffic.Count(verb, surface, outcome, took);
        InvocationFailed(log, by.Id, verb, surface, outcome, Math.Round(took.TotalMilliseconds, 1));
    }

    /// <summary>How long it took until a new incident was durable.</summary>
    public void Declared(TimeSpan took) => traffic.Declared(took);

    [LoggerMessage(LogLevel.Information, "{Who} {Verb} on {Surface} {Incident}: {Outcome} in {Ms} ms")]
    static partial void Invoked(
        ILogger log, string who, string verb, string surface, string incident, string outcome, double ms);

    [LoggerMessage(LogLevel.Warning, "{Who} {Verb} on {Surface}: {Outcome} after {Ms} ms")]
    static partial void InvocationFailed(
        ILogger log, string who, string verb, string surface, string outcome, double ms);
}
