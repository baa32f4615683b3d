using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What had to come together, as a fault tree with AND and OR; <c>pir fault-tree</c> is the same.</summary>
public sealed class FaultTreeCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "fault-tree [and:|or:] [what happens] [under G1] [p=0.01]", "Find what had to come together, and what is enough alone",
        Topics.Closing, "faulttree", "fta")
    {
        Prose = true,
    };

    public IEnumerable<string> Next(string text, Organisation org) => text.Trim() == "" ? FaultText.Verbs : [];

    public Form? Ask(Incident incident, Request request)
    {
        if (request.IsForm || !incident.CausesOpen)
            return null;
        if (request.Text == "")
            return incident.FaultTree.IsEmpty ? FaultForms.For(FaultText.Read("add"), incident) : null;
        var said = FaultText.Read(request.Text);
        return said switch
        {
            { Verb: "drop", Part: not "" } or { Under: not "", Verb: "hang" or "take" } or { Words: not "" } => null,
            _ => FaultForms.For(said, incident),
        };
    }

    public Card? Offer(Incident incident, Request request) =>
        request.IsBare ? FaultTreeCard.For(incident, request.Org) : null;

    public Decision Decide(Incident incident, Request request)
    {
        var said = request.IsForm ? Filled(request) : FaultText.Read(request.Text);
        var (words, from) = (Clean.OneLine(said.Words), request.From);
        var chance = said.Verb == "p" ? Unknown(words) ? "" : words : said.Chance;
        var probability = chance == "" ? null : FaultText.Probability(chance);
        if (chance != "" && probability is null)
            return Decision.Reject(
                $"“{IncidentWords.Brief(chance, 40)}” is no probability. Write a number from 0 to 1, such as 0.01, 1e-5 or 1 %.", "p");
        return said.Verb switch
        {
            "add" => incident.PutFault(words, null, probability, Above(said), from),
            "and" => incident.PutFault(words, GateKind.And, probability, Above(said), from),
            "or" => incident.PutFault(words, GateKind.Or, probability, Above(said), from),
            "p" => incident.SetFaultProbability(said.Part, probability, from, request.Seen),
            "gate" => incident.ChangeGate(said.Part, words.Equals("and", StringComparison.OrdinalIgnoreCase) ? GateKind.And : GateKind.Or, from),
            "hang" => incident.HangFault(said.Part, said.Under, from),
            "take" => incident.UnhangFault(said.Part, said.Under, from),
            "correct" => incident.CorrectFault(said.Part, words, from, request.Seen),
            "problem" => incident.WordWhyProblem(words, from, request.Seen),
            _ => incident.WithdrawFault(said.Part, from),
        };
    }

    public Card? Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        FaultTreeCard.After(incident, facts, org);

    static string Above(FaultText said) => said.Under == "" ? FaultTree.Top : said.Under;

    static bool Unknown(string written) => written.ToLowerInvariant() is "" or "none" or "unknown" or "?";

    static FaultText Filled(Request request) => FaultText.Read(request.Text == "" ? "add" : request.Text).Verb switch
    {
        "add" or "and" or "or" => new(
            request.Answer("kind") is "and" or "or" ? request.Answer("kind") : "add", "", request.Answer("under"), request.Answer("text"), request.Answer("p")),
        "p" => new("p", request.Answer("part"), "", request.Answer("p"), ""),
        "gate" => new("gate", request.Answer("part"), "", request.Answer("kind"), ""),
        "problem" => new("problem", "", "", request.Answer("problem"), ""),
        var verb => new(verb, request.Answer("part"), request.Answer("under"), request.Answer("text"), ""),
    };
}
