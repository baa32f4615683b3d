using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Reviews;

namespace IncidentBot.Commands;

/// <summary>The review's question why, asked again and again; an answer may have several answers of its own.</summary>
public sealed class PirCommand : IChangeCommand
{
    const string Whys = "whys";

    public Usage Usage { get; } = new(
        "pir [start|edit|comment|send|publish|why …]", "Review it: draft, edit, publish; why asks for root causes",
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
        ("", _) => [WhyText.Why, .. Others.Values.Distinct(), .. PirReview.Verbs],
        (WhyText.Why, "") => WhyText.Verbs,
        var (word, rest) when Others.TryGetValue(word, out var other) => CommandBook.Find(other)!.Next(rest, org),
        _ => [],
    };

    /// <summary><c>pir why</c> and <c>whys</c> are the same; everything else is about the review as a whole.</summary>
    public Line Meant(Line line) => Grammar.Cut(line.Text) switch
    {
        var (word, rest) when word.Equals(WhyText.Why, StringComparison.OrdinalIgnoreCase) => line with { Verb = Whys, Text = rest },
        var (word, rest) when line.Verb != Whys && Others.TryGetValue(word, out var other) =>
            line with { Command = CommandBook.Find(other), Verb = other, Text = rest },
        _ => line,
    };

    public Form? Ask(Incident incident, Request request) =>
        !IsWhys(incident, request) ? PirReview.Ask(incident, request)
        : request.IsForm || !incident.CausesOpen ? null
        : request.Text == "" ? incident.Whys.Shown.Count == 0 ? WhyForms.For(WhyText.Read("add"), incident) : null
        : WhyText.Read(request.Text) is { Words: "" } said && (said.Number is null || said.Verb is "add" or "correct")
            ? WhyForms.For(said, incident)
        : null;

    public Card? Offer(Incident incident, Request request) =>
        !IsWhys(incident, request) ? PirReview.Offer(incident, request)
        : request.IsBare ? WhyCard.For(incident, request.Org) : null;

    public Decision Decide(Incident incident, Request request)
    {
        if (!IsWhys(incident, request))
            return PirReview.Decide(incident, request);
        var said = request.IsForm ? Filled(request) : WhyText.Read(request.Text);
        return said.Verb switch
        {
            "add" => incident.AnswerWhy(Clean.OneLine(said.Words), said.Number, request.Answer("root") != "", request.From),
            "correct" => incident.CorrectWhy(said.Number ?? "", Clean.OneLine(said.Words), request.From, request.Seen),
            "drop" => incident.WithdrawWhy(said.Number ?? "", request.From),
            "problem" => incident.WordWhyProblem(Clean.OneLine(said.Words), request.From, request.Seen),
            _ => incident.MarkRootCause(said.Number ?? "", isRoot: said.Verb == "root", request.From),
        };
    }

    public Card? Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        facts.Any(fact => fact is ReviewEvent) ? ReviewCard.After(incident, facts, org) : WhyCard.After(incident, facts, org);

    /// <summary>While it goes on, what there is to review is why.</summary>
    static bool IsWhys(Incident incident, Request request) =>
        request.Verb == Whys || (request.Text == "" && incident.IsOpen);

    static WhyText Filled(Request request) => WhyText.Read(request.Text == "" ? "add" : request.Text).Verb switch
    {
        "add" when request.Answer("under") == WhyForms.Problem => new("add", "", request.Answer("answer")),
        "add" => new("add", request.Answer("under"), request.Answer("answer")),
        "problem" => new("problem", null, request.Answer("problem")),
        var verb => new(verb, request.Answer("answer"), request.Answer("text")),
    };
}
