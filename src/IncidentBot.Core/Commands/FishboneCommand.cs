using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Causes by category, as on a fishbone; <c>pir fishbone</c> is the same.</summary>
public sealed class FishboneCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "fishbone [category: cause] [under 2]", "Gather causes by category, and what led to them", Topics.Closing, "ishikawa")
    {
        Prose = true,
    };

    public IEnumerable<string> Next(string text, Organisation org) => text.Trim() == ""
        ? [.. org.FishboneCategories.Select(bone => $"{bone.ToLowerInvariant()}:"), .. FishboneText.Verbs]
        : [];

    public Form? Ask(Incident incident, Request request)
    {
        if (request.IsForm || !incident.CausesOpen)
            return null;
        if (request.Text == "")
            return incident.Fishbone.Shown.Count == 0 ? FishboneForms.For(FishboneText.Read("add", request.Org), incident, request.Org) : null;
        var said = FishboneText.Read(request.Text, request.Org);
        return said switch
        {
            { Verb: "add", Words: "" } or { Verb: "add", Number: null, Category: "" } => FishboneForms.For(said, incident, request.Org),
            { Words: "", Number: null } or { Words: "", Verb: "correct" or "mark" } => FishboneForms.For(said, incident, request.Org),
            _ => null,
        };
    }

    public Card? Offer(Incident incident, Request request) =>
        request.IsBare ? FishboneCard.For(incident, request.Org) : null;

    public Decision Decide(Incident incident, Request request)
    {
        var said = request.IsForm ? Filled(request) : FishboneText.Read(request.Text, request.Org);
        var words = Clean.OneLine(said.Words);
        return said.Verb switch
        {
            "add" => incident.NameCause(
                words, said.Category, said.Number, FishboneForms.Marks.GetValueOrDefault(request.Answer("mark")), request.Org, request.From),
            "correct" => incident.CorrectCause(said.Number ?? "", words, request.From, request.Seen),
            "drop" => incident.WithdrawCause(said.Number ?? "", request.From),
            "problem" => incident.WordWhyProblem(words, request.From, request.Seen),
            var mark => incident.MarkCause(said.Number ?? "", FishboneForms.Marks.GetValueOrDefault(mark), request.From),
        };
    }

    public Card? Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        FishboneCard.After(incident, facts, org);

    static FishboneText Filled(Request request) =>
        FishboneText.Read(request.Text == "" ? "add" : request.Text, request.Org).Verb switch
        {
            "add" when request.Org.FindFishboneCategory(request.Answer("under")) is { } bone =>
                new("add", null, bone, request.Answer("cause")),
            "add" => new("add", request.Answer("under"), "", request.Answer("cause")),
            "problem" => new("problem", null, "", request.Answer("problem")),
            "mark" => new(request.Answer("mark"), request.Answer("cause"), "", ""),
            var verb => new(verb, request.Answer("cause"), "", request.Answer("text")),
        };
}
