using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>A hypothesis with what speaks for it and against it, beside the timeline.</summary>
/// <param name="Reason">Why it was judged so; "": nobody said.</param>
public sealed record HypothesisSheet(
    int Number, string Claim, Person? Owner, string Verdict, string Reason, IReadOnlyList<string> For, IReadOnlyList<string> Against)
{
    public static IReadOnlyList<HypothesisSheet> Of(Incident incident) =>
    [
        .. incident.Hypotheses.Select(one => new HypothesisSheet(
            one.Number, one.Claim, one.Owner, one.Verdict.Words(), one.Reason, Said(one, true), Said(one, false))),
    ];

    static string[] Said(Hypothesis one, bool supports) =>
        [.. one.Evidence.Where(evidence => evidence.Supports == supports).Select(evidence => evidence.Note is { } note ? $"note {note}" : evidence.Text)];
}
