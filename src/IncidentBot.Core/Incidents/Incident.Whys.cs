using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>What the first why is asked of.</summary>
    public string WhyProblem => Whys.Problem ?? Title;

    /// <param name="under">The number it hangs under; <see cref="Whys.Root"/>: the problem; null: the newest answer.</param>
    /// <param name="isRoot">Whether it is called a root cause at once.</param>
    public Decision AnswerWhy(string text, string? under, bool isRoot, Origin from)
    {
        var parent = under ?? Whys.Newest?.Number ?? Whys.Root;
        var number = Whys.NextUnder(parent);
        if (TextFlaw(text, "answer") is { } flaw)
            return flaw;
        if (parent != Whys.Root && Whys.Find(parent) is null)
            return NoSuchWhy(parent, "under");
        if (Whys.Under(parent).FirstOrDefault(one => one.Text.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } same)
            return Unchange($"That answer is there already, as {same.Number}.");
        if (new WhyAnswer(number, text).Depth > Whys.Deepest)
            return Reject($"{parent} is {Whys.Deepest} deep already. Hang it under another one, with {Code("under 1")} at the end.", "under");
        if (Whys.Shown.Count >= Whys.MostAnswers)
            return Reject($"There are {Whys.MostAnswers} answers already. Withdraw one: {Code($"pir {Name} why drop 1.2")}.", "answer");
        var answered = new WhyAnswered(number, text.Trim(), from);
        return isRoot ? Accept(answered, new RootCauseMarked(number, answered.Text, true, from)) : Accept(answered);
    }

    /// <param name="seen">What whoever corrects it saw there; null: not said.</param>
    public Decision CorrectWhy(string number, string text, Origin from, string? seen = null) =>
        TextFlaw(text, "text") is { } flaw ? flaw
        : Whys.Find(number) is not { } answer ? NoSuchWhy(number, "answer")
        : Overtaken(seen, answer.Text, text, "text") is { } late ? late
        : answer.Text == text.Trim() ? Unchange($"Why {number} says that already.")
        : Accept(new WhyCorrected(number, answer.Text, text.Trim(), from));

    public Decision WithdrawWhy(string number, Origin from) =>
        CausesShut() is { } shut ? shut
        : Whys.Answers.Any(one => one.Number == number && one.Withdrawn) ? Unchange($"Why {number} is already withdrawn.")
        : Whys.Find(number) is not { } answer ? NoSuchWhy(number, "answer")
        : Accept(new WhyWithdrawn(number, answer.Text, from));

    public Decision MarkRootCause(string number, bool isRoot, Origin from) =>
        CausesShut() is { } shut ? shut
        : Whys.Find(number) is not { } answer ? NoSuchWhy(number, "answer")
        : answer.IsRoot == isRoot ? Unchange($"Why {number} is {(isRoot ? "already" : "not")} called a root cause.")
        : Accept(new RootCauseMarked(number, answer.Text, isRoot, from));

    /// <inheritdoc cref="CorrectWhy"/>
    public Decision WordWhyProblem(string text, Origin from, string? seen = null) =>
        TextFlaw(text, "problem") is { } flaw ? flaw
        : Overtaken(seen, WhyProblem, text, "problem") is { } late ? late
        : text.Trim() == WhyProblem ? Unchange($"That is already the problem.")
        : Accept(new WhyProblemWorded(WhyProblem, text.Trim(), from));

    Decision? TextFlaw(string text, string field) =>
        CausesShut() is { } shut ? shut
        : text.Trim() is "" ? Reject($"There is no text; write something.", field)
        : text.Trim().Length > Whys.LongestText ? Reject($"Say it within {Whys.LongestText} characters; the rest fits into a note.", field)
        : null;

    Decision NoSuchWhy(string number, string field) => Whys.Shown.Count == 0
        ? Reject($"There is no answer yet. Give the first: {Code($"pir {Name} why the disk was full")}.", field)
        : Reject($"{Name} has no answer {number}. {Code($"pir {Name} why")} shows their numbers.", field);
}
