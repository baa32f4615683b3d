using IncidentBot.Catalog;

namespace IncidentBot.Escalation;

/// <summary>How far up its ladder an incident is.</summary>
/// <param name="Taken">Rungs taken since the climb began; 0: none yet.</param>
/// <param name="Since">When the last of them was taken, or the climb began.</param>
/// <param name="Ladder">Key of the ladder they belong to; null: none was taken yet.</param>
public sealed record Climb(int Taken, DateTimeOffset Since, string? Ladder = null)
{
    /// <summary>The place on a ladder; on another one than before (a changed severity, a new file) it begins below.</summary>
    public Climb On(Ladder ladder) => Ladder is null || Ladder == ladder.Key ? this : new(0, Since, ladder.Key);
}

/// <summary>One rung: whom it calls and when.</summary>
/// <param name="Round">From 1; the last rung, after all rounds, belongs to the round after.</param>
/// <param name="Step">From 1 within its round; the last rung counts on each time it is taken again.</param>
/// <param name="After">How long after the rung before it (the first: after the climb began).</param>
public sealed record Rung(int Round, int Step, TimeSpan After, IReadOnlyList<Target> Whom, bool Last);

/// <summary>What comes next on a ladder. Pure: a place and a ladder in, a rung out.</summary>
/// <remarks>
/// A ladder has no end while nobody acknowledges: its steps are climbed as many times as it says, then its last human is
/// called after the longest wait of its steps, and again each time after twice as long, at most an hour apart. So an
/// unacknowledged incident never stands without a next call, and nobody is called more often than helps.
/// </remarks>
public static class Climbing
{
    static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Rarest = TimeSpan.FromHours(1);

    public static Rung Next(this Ladder ladder, Climb climb)
    {
        var (steps, rounds, taken) = (ladder.Steps.Count, Math.Max(1, ladder.Repeat), climb.On(ladder).Taken);
        if (taken >= steps * rounds)
            return Again(ladder, steps == 0 ? 1 : rounds + 1, taken - (steps * rounds));
        var step = taken % steps;
        // Another round begins as long after the last step as a step of this ladder waits at most.
        var after = step == 0 && taken > 0 ? Wait(ladder) : ladder.Steps[step].After;
        return new((taken / steps) + 1, step + 1, after, ladder.Steps[step].Whom, Last: false);
    }

    public static DateTimeOffset NextAt(this Ladder ladder, Climb climb) => climb.Since + ladder.Next(climb).After;

    /// <summary>How many rungs there are before the last one is only repeated.</summary>
    public static int Rungs(this Ladder ladder) => (ladder.Steps.Count * Math.Max(1, ladder.Repeat)) + 1;

    static Rung Again(Ladder ladder, int round, int times)
    {
        var first = Wait(ladder);
        var doubled = first * Math.Pow(2, Math.Min(times, 10));
        var most = first > Rarest ? first : Rarest;
        return new(round, times + 1, doubled < most ? doubled : most, [ladder.Last], Last: true);
    }

    static TimeSpan Wait(Ladder ladder)
    {
        var longest = TimeSpan.Zero;
        foreach (var step in ladder.Steps)
            longest = step.After > longest ? step.After : longest;
        return longest > TimeSpan.Zero ? longest : Usual;
    }
}
