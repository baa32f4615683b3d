using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>What somebody thinks it is, with what speaks for it and against it.</summary>
/// <param name="Number">From 1 within its incident.</param>
/// <param name="Owner">Who looks into it; null: nobody yet.</param>
public sealed record Hypothesis(int Number, string Claim, Person? Owner)
{
    public const int LongestText = 300;
    public const int Most = 20;
    public const int MostEvidence = 20;

    public Verdict Verdict { get; init; }

    /// <summary>Why it was judged so; "": nobody said.</summary>
    public string Reason { get; init; } = "";
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}

/// <param name="Note">The note on the timeline that says it; null: said in words of its own.</param>
/// <param name="Text">"" where a note says it.</param>
public sealed record Evidence(bool Supports, int? Note, string Text);

public enum Verdict
{
    Open,
    Confirmed,
    RuledOut,
}

/// <summary>How verdicts are said.</summary>
public static class Verdicts
{
    public static string Words(this Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => "confirmed",
        Verdict.RuledOut => "ruled out",
        _ => "open",
    };
}
