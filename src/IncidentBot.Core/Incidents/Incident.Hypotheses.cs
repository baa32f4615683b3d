using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    public Hypothesis? FindHypothesis(int number) => Hypotheses.FirstOrDefault(one => one.Number == number);

    public Decision RaiseHypothesis(string claim, Person? owner, Origin from) =>
        HypothesisText(claim, "claim") is { } flaw ? flaw
        : Hypotheses.FirstOrDefault(one => one.Claim.Equals(claim.Trim(), StringComparison.OrdinalIgnoreCase)) is { } same
            ? Unchange($"That is there already, as hypothesis {same.Number}.")
        : Hypotheses.Count >= Hypothesis.Most ? Reject($"There are {Hypothesis.Most} hypotheses already; look into those first.", "claim")
        : Accept(new HypothesisRaised(Hypotheses.Count + 1, claim.Trim(), owner, from));

    public Decision TakeHypothesis(int number, Person owner, Origin from) =>
        IsOver ? NotOpen()
        : FindHypothesis(number) is not { } one ? NoSuchHypothesis(number)
        : one.Owner == owner ? Unchange($"{owner} looks into hypothesis {number} already.")
        : Accept(new HypothesisTaken(number, one.Claim, owner, from));

    /// <param name="note">The note that says it; null: <paramref name="text"/> does.</param>
    public Decision GiveEvidence(int number, bool supports, int? note, string text, Origin from) =>
        IsOver ? NotOpen()
        : FindHypothesis(number) is not { } one ? NoSuchHypothesis(number)
        : note is < 1 || note > Notes || (note is { } hidden && HiddenNotes.Contains(hidden))
            ? Reject($"{Name} shows no note {note ?? 0}. {Code($"timeline {Name}")} shows their numbers.", "evidence")
        : note is null && HypothesisText(text, "evidence") is { } flaw ? flaw
        : one.Evidence.Contains(new(supports, note, note is null ? text.Trim() : "")) ? Unchange($"That is said already.")
        : one.Evidence.Count >= Hypothesis.MostEvidence ? Reject($"Enough is said about hypothesis {number}: judge it with {Code($"hypothesis {Name} confirmed {number}")} or {Code($"hypothesis {Name} ruled out {number}")}.", "evidence")
        : Accept(new EvidenceGiven(number, supports, note, note is null ? text.Trim() : "", from));

    public Decision JudgeHypothesis(int number, Verdict verdict, string reason, Origin from) =>
        IsOver ? NotOpen()
        : FindHypothesis(number) is not { } one ? NoSuchHypothesis(number)
        : one.Verdict == verdict ? Unchange($"Hypothesis {number} is {verdict.Words()} already.")
        : TooLong("reason", reason) ?? Accept(new HypothesisJudged(number, one.Claim, verdict, reason.Trim(), from));

    internal Incident WithHypothesis(int number, Func<Hypothesis, Hypothesis> change) =>
        this with { Hypotheses = [.. Hypotheses.Select(one => one.Number == number ? change(one) : one)] };

    Decision? HypothesisText(string text, string field) =>
        IsOver ? NotOpen()
        : text.Trim() is "" ? Reject($"There is no text; write something.", field)
        : text.Trim().Length > Hypothesis.LongestText ? Reject($"Say it within {Hypothesis.LongestText} characters; the rest fits into a note.", field)
        : null;

    Decision NoSuchHypothesis(int number) => Hypotheses.Count == 0
        ? Reject($"There is no hypothesis yet. Raise the first: {Code($"hypothesis {Name} the disk is full")}.", "hypothesis")
        : Reject($"{Name} has no hypothesis {number}. {Code($"hypothesis {Name}")} shows their numbers.", "hypothesis");
}
