using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The review's question why, asked again and again; an answer may have several answers of its own.</summary>
public sealed class PirCommand : IChangeCommand
{
    const string Whys = "whys";

    public Usage Usage { get; } = new(
        "pir why [answer] [under 1.2]", "Ask why again and again, in branches, until the root causes are found",
        Topics.Closing, "postmortem", "retro", Whys)
    {
        Prose = true,
    };

    /// <summary>What <c>pir</c> does by another command, by the word that follows it.</summary>
    static readonly IReadOnlyDictionary<string, string> Others = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["fishbone"] = "fishbone",
        ["ishikawa"] = "fishbone",
        ["fault-tree"] = "fault-tree",
        ["faulttree"] = "fault-tree",
        ["fta"] = "fault-tree",
    };

    public IEnumerable<string> Next(string text, Organisation org) => Grammar.Cut(text) switch
    {
        ("", _) => [WhyText.Why, .. Others.Values.Distinct()],
        (WhyText.Why, "") => WhyText.Verbs,
        var (word, rest) when Others.TryGetValue(word, out var other) => CommandBook.Find(other)!.Next(rest, org),
        _ => [],
    };

    /// <summary><c>pir</c>, <c>pir why</c> and <c>whys</c> are the same.</summary>
    public Line Meant(Line line) => Grammar.Cut(line.Text) switch
    {
        var (word, rest) when word.Equals(WhyText.Why, StringComparison.OrdinalIgnoreCase) => line with { Verb = Whys, Text = rest },
        var (word, rest) when line.Verb != Whys && Others.TryGetValue(word, out var other) =>
            line with { Command = CommandBook.Find(other), Verb = other, Text = rest },
        ("", _) => line with { Verb = Whys },
        _ => line,
    };

    public Form? Ask(Incident incident, Request request) =>
        request.IsForm || incident.IsOver || request.Verb != Whys ? null
        : request.Text == "" ? incident.Whys.Shown.Count == 0 ? WhyForms.For(WhyText.Read("add"), incident) : null
        : WhyText.Read(request.Text) is { Words: "" } said && (said.Number is null || said.Verb is "add" or "correct")
            ? WhyForms.For(said, incident)
        : null;

    public Card? Offer(Incident incident, Request request) =>
        request.IsBare && request.Verb == Whys ? WhyCard.For(incident, request.Org) : null;

    public Decision Decide(Incident incident, Request request)
    {
        if (request.Verb != Whys)
            return Decision.Reject(
                $"Write {new ChatText.Code("pir why")}, {new ChatText.Code("pir fishbone")} or {new ChatText.Code("pir fault-tree")}, and what you found; without it each shows what there is so far.");
        var said = request.IsForm ? Filled(request) : WhyText.Read(request.Text);
        return said.Verb switch
        {
            "add" => incident.AnswerWhy(Clean.OneLine(said.Words), said.Number, request.Answer("root") != "", request.From),
            "correct" => incident.CorrectWhy(said.Number ?? "", Clean.OneLine(said.Words), request.From),
            "drop" => incident.WithdrawWhy(said.Number ?? "", request.From),
            "problem" => incident.WordWhyProblem(Clean.OneLine(said.Words), request.From),
            _ => incident.MarkRootCause(said.Number ?? "", isRoot: said.Verb == "root", request.From),
        };
    }

    public Card? Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        WhyCard.After(incident, facts, org);

    static WhyText Filled(Request request) => WhyText.Read(request.Text == "" ? "add" : request.Text).Verb switch
    {
        "add" when request.Answer("under") == WhyForms.Problem => new("add", "", request.Answer("answer")),
        "add" => new("add", request.Answer("under"), request.Answer("answer")),
        "problem" => new("problem", null, request.Answer("problem")),
        var verb => new(verb, request.Answer("answer"), request.Answer("text")),
    };
}
