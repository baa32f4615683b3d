namespace IncidentBot.Incidents;

/// <summary>Five whys, with branches: the problem, and answers to "why?" under it and under one another.</summary>
/// <param name="Problem">What the first why is asked of; null: the incident's title.</param>
/// <param name="Answers">All that were ever given, in that order; the withdrawn too, so that no number is given twice.</param>
public sealed record Whys(string? Problem, IReadOnlyList<WhyAnswer> Answers)
{
    public const int Deepest = 8;
    public const int MostAnswers = 40;
    public const int LongestText = 200;

    /// <summary>What stands for the problem where a number is asked for.</summary>
    public const string Root = "";

    public static readonly Whys None = new(null, []);

    /// <summary>As people read it: each answer, followed by those under it.</summary>
    public IReadOnlyList<WhyAnswer> Shown => [.. Below(Root)];

    /// <summary>The answer given last; null: there is none.</summary>
    public WhyAnswer? Newest => Answers.LastOrDefault(answer => Find(answer.Number) is not null);

    public WhyAnswer? Find(string number) => Shown.FirstOrDefault(answer => answer.Number == number);

    /// <summary>Those that hang right under an answer, or under the problem.</summary>
    public IReadOnlyList<WhyAnswer> Under(string number) =>
        [.. Answers.Where(answer => answer.Parent == number && !answer.Withdrawn)];

    /// <summary>The number of the next answer under another one.</summary>
    internal string NextUnder(string number) =>
        $"{(number == Root ? "" : $"{number}.")}{Answers.Count(answer => answer.Parent == number) + 1}";

    internal Whys With(string number, Func<WhyAnswer, WhyAnswer> change) =>
        this with { Answers = [.. Answers.Select(answer => answer.Number == number ? change(answer) : answer)] };

    /// <summary>What hangs under a withdrawn answer is not reached, and so goes with it.</summary>
    IEnumerable<WhyAnswer> Below(string number) => Under(number).SelectMany(answer => Below(answer.Number).Prepend(answer));
}

/// <param name="Number">Its place in the tree, which it keeps: "1.2" is the second answer under "1".</param>
/// <param name="IsRoot">Whether people called it a root cause.</param>
public sealed record WhyAnswer(string Number, string Text, bool IsRoot = false, bool Withdrawn = false)
{
    /// <summary>The number of the answer it hangs under; <see cref="Whys.Root"/>: the problem.</summary>
    public string Parent => Number.LastIndexOf('.') is var dot and > 0 ? Number[..dot] : Whys.Root;

    /// <summary>From 1, right under the problem.</summary>
    public int Depth => Number.Count(letter => letter == '.') + 1;
}
