using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What the commands that only look have in common.</summary>
public static class Queries
{
    public static Reply About(Incident? incident, Request request, Func<Incident, Card> draw) =>
        incident is null ? WhichOne(request) : new Reply.Shown(draw(incident), About: $"{incident.Reference}");

    public static Reply WhichOne(Request request) => new Reply.Shown(
        AnswerCard.No($"Which incident? Name it: {new ChatText.Code($"{request.Verb} {request.Org.Prefix}-12")}.") with
        {
            Buttons = [new("Show open incidents", "list")],
        },
        Refused: true);
}
