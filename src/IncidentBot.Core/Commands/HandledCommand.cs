using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Whoever took part says how well it was handled.</summary>
public sealed class HandledCommand : IChangeCommand
{
    public Usage Usage { get; } = new("handled 1–5 [comment]", "You took part: say how well it was handled", Topics.Closing) { Prose = true };

    public IEnumerable<string> Next(string text, Organisation org) => text == "" ? Scores.All : [];

    public Form? Ask(Incident incident, Request request) => !request.IsBare || incident.IsOpen
        ? null
        : Scores.Form($"How was {incident.Reference} handled?", $"handled {incident.Reference}", "badly", "well");

    public Decision Decide(Incident incident, Request request)
    {
        var (word, comment) = Scores.Read(request);
        return incident.RateHandling(Scores.Number(word), comment, request.From);
    }

    public Card? Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) => QuestionCards.Thanks(incident);
}
