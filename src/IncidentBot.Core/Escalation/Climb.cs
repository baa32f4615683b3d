using IncidentBot.Catalog;

namespace IncidentBot.Escalation;

/// <summary>How far up its ladder an incident is.</summary>
/// <param name="Taken">Steps taken since the climb began; 0: none yet.</param>
/// <param name="Since">When the last of them was taken, or the climb began.</param>
public sealed record Climb(int Taken, DateTimeOffset Since);

/// <summary>One rung: whom it calls and when.</summary>
/// <param name="Round">From 1; the last rung, after all rounds, belongs to the round after.</param>
/// <param name="Step">From 1 within its round.</param>
public sealed record Rung(int Round, int Step, TimeSpan After, IReadOnlyList<Target> Whom, bool Last);

/// <summary>What comes next on a ladder. Pure: a place and a ladder in, a rung out.</summary>
public static class Climbing
{
    /// <returns>Null when the ladder was climbed to its end.</returns>
    public static Rung? Next(this Ladder ladder, Climb climb)
    {
        var regular = ladder.Steps.Count * Math.Max(1, ladder.Repeat);
        if (climb.Taken > regular)
            return null;
        if (climb.Taken == regular)
            return new((regular / Math.Max(1, ladder.Steps.Count)) + 1, 1, LastAfter(ladder), [ladder.Last], Last: true);
        var step = climb.Taken % ladder.Steps.Count;
        // A second round starts as long after the last step as a step of that ladder usually waits.
        var after = step == 0 && climb.Taken > 0 ? LastAfter(ladder) : ladder.Steps[step].After;
        return new((climb.Taken / ladder.Steps.Count) + 1, step + 1, after, ladder.Steps[step].Whom, Last: false);
    }

    public static DateTimeOffset? NextAt(this Ladder ladder, Climb climb) => climb.Since + ladder.Next(climb)?.After;

    static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    static TimeSpan LastAfter(Ladder ladder) =>
        ladder.Steps.Select(step => step.After).Append(TimeSpan.Zero).Max() is { Ticks: > 0 } longest ? longest : Usual;
}
