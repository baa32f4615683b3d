using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Whoever declared it says whether it is fixed for them, and how satisfied they are.</summary>
public sealed class SatisfiedCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "satisfied yes|no|1–5 [comment]", "You declared it: say whether it is fixed for you, and how satisfied you are", Topics.Closing, "csat")
    { Prose = true };

    public IEnumerable<string> Next(string text, Organisation org) => text == "" ? ["yes", "no", .. Scores.All] : [];

    public Form? Ask(Incident incident, Request request) => !request.IsBare || incident.IsOpen
        ? null
        : Scores.Form($"Are you satisfied with {incident.Reference}?", $"satisfied {incident.Reference}", "very bad", "very good");

    public Decision Decide(Incident incident, Request request)
    {
        var (word, comment) = Scores.Read(request);
        return word.ToLowerInvariant() switch
        {
            "yes" or "fixed" => incident.AnswerWhetherFixed(true, request.From),
            "no" => incident.AnswerWhetherFixed(false, request.From),
            _ => incident.GiveSatisfaction(Scores.Number(word), comment, request.From),
        };
    }

    public Card? Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) => facts switch
    {
        [ReporterAnswered { IsFixed: true }] => QuestionCards.HowSatisfied(incident),
        [ReporterAnswered { IsFixed: false }] => QuestionCards.NotFixed(incident),
        _ => QuestionCards.Thanks(incident),
    };
}
