using IncidentBot.Incidents;

namespace IncidentBot.Metrics;

/// <summary>All figures of some incidents.</summary>
/// <param name="Times">By the key of <see cref="TimeFigure.All"/>.</param>
/// <param name="Cost">In hundredths of the organisation's currency.</param>
/// <param name="Costed">How many of them have costs.</param>
public sealed record Tally(
    int Incidents, int Resolved, IReadOnlyDictionary<string, Spread> Times, Share FirstContact, Share Satisfied,
    Average Handling, long Cost, int Costed)
{
    public static Tally Of(IReadOnlyList<Measured> all)
    {
        var (resolved, first, satisfied, answered, ratings, sum, cost, costed) = (0, 0, 0, 0, 0, 0, 0L, 0);
        foreach (var one in all)
        {
            if (one.FirstContact is { } byFirst)
                (resolved, first) = (resolved + 1, first + (byFirst ? 1 : 0));
            if (one.Satisfaction is { } score)
                (answered, satisfied) = (answered + 1, satisfied + (score >= 4 ? 1 : 0));
            if (one.Cost is { } spent)
                (cost, costed) = (cost + spent, costed + 1);
            (ratings, sum) = (ratings + one.Ratings, sum + one.RatingSum);
        }
        return new(
            all.Count, resolved, TimeFigure.All.ToDictionary(figure => figure.Key, figure => Over(all, figure)),
            new(first, resolved), new(satisfied, answered), new(sum, ratings), cost, costed);
    }

    public Spread this[TimeFigure figure] => Times[figure.Key];

    static Spread Over(IReadOnlyList<Measured> all, TimeFigure figure)
    {
        var (spans, known) = (new long[all.Count], 0);
        foreach (var one in all)
            if (figure.Of(one) is { } span)
                spans[known++] = span;
        return Spread.Over(spans.AsSpan(0, known), all.Count);
    }
}

/// <summary>A time that is measured of every incident.</summary>
/// <param name="Key">As programs name it: "mttr-resolve".</param>
/// <param name="Formula">As people read it beside the figure.</param>
public sealed record TimeFigure(string Key, string Name, string Formula, Func<Measured, long?> Of)
{
    public static readonly TimeFigure Detect = new("mttd", "Time to detect", "mean(detected − started)", one => one.Detect);
    public static readonly TimeFigure Acknowledge =
        new("mtta", "Time to acknowledge", "mean(acknowledged − detected)", one => one.Acknowledge);
    public static readonly TimeFigure Respond =
        new("mttr-respond", "Time to respond", "mean(responded − detected)", one => one.Respond);
    public static readonly TimeFigure Resolve =
        new("mttr-resolve", "Time to resolve", "mean(resolved − detected)", one => one.Resolve);
    public static readonly TimeFigure Mitigate =
        new("mttm", "Time to mitigate", "mean(mitigated − started)", one => one.Mitigate);

    public static readonly IReadOnlyList<TimeFigure> All = [Detect, Acknowledge, Respond, Resolve, Mitigate];
}

/// <summary>What the other figures are made of, in words.</summary>
public static class Formulas
{
    public const string Frequency = "incidents detected in the period";
    public const string FirstContact = "resolved by the first responder without an escalation ÷ resolved";
    public const string Satisfied = "answers of 4 or 5 ÷ answers of those who declared";
    public const string Handling = "mean of the scores from 1 to 5 of those who took part";
    public const string Cost = "responder minutes × role rate + lost revenue per minute × downtime × impact share + direct costs";
    public const string Target = "inside the target ÷ those whose target was kept or missed, in the last 30 days";
    public const string Excluded = "Drills and what was canceled, declined or merged don't count. An incident without both times of a figure is left out of that figure.";
}
