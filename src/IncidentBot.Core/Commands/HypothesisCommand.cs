using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What it could be, what speaks for it and against it, and what became of it.</summary>
public sealed class HypothesisCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "hypothesis [what it could be] [@ada]", "Raise what it could be, and say what speaks for it or against it",
        Topics.Responding, "hypotheses", "theory")
    {
        Prose = true,
    };

    public IEnumerable<string> Next(string text, Organisation org) => text.Trim() == "" ? ["add", .. HypothesisText.Verbs] : [];

    public Form? Ask(Incident incident, Request request) =>
        request.IsForm || incident.IsOver ? null
        : request.Text == "" ? incident.Hypotheses.Count == 0 ? HypothesisForms.For(HypothesisText.Read("add"), incident) : null
        : HypothesisForms.For(HypothesisText.Read(request.Text), incident);

    public Card? Offer(Incident incident, Request request) => request.IsBare ? HypothesesCard.For(incident, request.Org) : null;

    public Decision Decide(Incident incident, Request request)
    {
        var said = request.IsForm ? Filled(request) : HypothesisText.Read(request.Text);
        var number = said.Number ?? 0;
        return said.Verb switch
        {
            "add" => Raise(said.Words, incident, request),
            "support" or "against" => incident.GiveEvidence(number, said.Verb == "support", said.Note, Clean.OneLine(said.Words), request.From),
            "take" => incident.TakeHypothesis(number, request.By, request.From),
            "confirmed" => incident.JudgeHypothesis(number, Verdict.Confirmed, said.Words, request.From),
            "ruled out" => incident.JudgeHypothesis(number, Verdict.RuledOut, said.Words, request.From),
            "open" => incident.JudgeHypothesis(number, Verdict.Open, said.Words, request.From),
            _ => Decision.Reject($"Say {new ChatText.Code($"hypothesis confirmed {number}")} or {new ChatText.Code($"hypothesis ruled out {number}")}, and why."),
        };
    }

    public Card? Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        HypothesesCard.After(incident, facts, org);

    /// <summary>Whoever is named last looks into it.</summary>
    static Decision Raise(string words, Incident incident, Request request)
    {
        if (request.IsForm)
            return incident.RaiseHypothesis(Clean.OneLine(words), request.Answer("owner") is "" ? null : request.Who(request.Answer("owner")), request.From);
        var claim = Clean.OneLine(words);
        var at = claim.LastIndexOf(' ');
        return at > 0 && claim[at + 1] == '@' && request.Who(claim[(at + 1)..]) is { } who
            ? incident.RaiseHypothesis(claim[..at], who, request.From)
            : incident.RaiseHypothesis(claim, null, request.From);
    }

    /// <summary>The answers as if they had been typed.</summary>
    static HypothesisText Filled(Request request)
    {
        var verb = HypothesisText.Read(request.Text == "" ? "add" : request.Text).Verb;
        return verb switch
        {
            "add" => new(verb, null, null, request.Answer("claim")),
            "verdict" => HypothesisText.Read($"{request.Answer("verdict")} {request.Answer("hypothesis")} {request.Answer("reason")}".Trim()),
            _ => HypothesisText.Read($"{verb} {request.Answer("hypothesis")} {Clean.OneLine(request.Answer("evidence"))}".Trim()),
        };
    }
}
