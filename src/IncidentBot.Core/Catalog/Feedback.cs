namespace IncidentBot.Catalog;

/// <summary>What people are asked when an incident is over, each once.</summary>
/// <param name="Fixed">Who declared it: is it fixed for you, and how satisfied are you?</param>
/// <param name="Times">Who resolved it: are the times right?</param>
/// <param name="Handling">Who took part: how was it handled?</param>
/// <param name="ReporterConfirms">Whether "yes, it is fixed for me" counts as a confirmed fix where an incident is closed.</param>
public sealed record Feedback(bool Fixed, bool Times, bool Handling, bool ReporterConfirms)
{
    public static readonly Feedback Usual = new(true, true, true, false);
}
