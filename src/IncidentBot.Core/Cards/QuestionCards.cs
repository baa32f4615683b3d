using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What the bot asks somebody once when an incident is over, and how it thanks them.</summary>
public static class QuestionCards
{
    public static Card For(Question question, Incident incident, Organisation org)
    {
        var name = incident.Reference;
        return question switch
        {
            Question.Fixed => Card(incident, $"Is {name.ToString()} fixed for you?", Accent.Good,
                $"You declared it, and somebody says that it is fixed.",
                new("Yes", $"satisfied {name} yes", ButtonStyle.Primary), new("No", $"satisfied {name} no")),
            Question.Times => Card(incident, $"Are the times of {name.ToString()} right?", Accent.None,
                Times(incident), new("They are right", $"time {name} right", ButtonStyle.Primary), new("Correct one", $"time {name}")) with
            {
                Hint = $"The figures are worked out of them. You are asked once.",
            },
            _ => Card(incident, $"How was {name.ToString()} handled?", Accent.None,
                $"5 is very well, 1 is badly. What you give counts in the figures; the timeline says who gave it.",
                Scores(name, "handled")),
        };
    }

    public static Card HowSatisfied(Incident incident) => Card(
        incident, $"Thank you. How satisfied are you?", Accent.Good, $"5 is very satisfied, 1 is not at all.", Scores(incident.Reference, "satisfied"));

    public static Card NotFixed(Incident incident) => Card(
        incident, $"Thank you for saying so", Accent.Warning, $"If it goes on, reopen it: those who worked on it are told.",
        new("Reopen", $"reopen {incident.Reference} not fixed for who declared it", ButtonStyle.Primary),
        new("How satisfied are you?", $"satisfied {incident.Reference}"));

    public static Card Thanks(Incident incident) => new($"Thank you")
    {
        Header = incident.Heading(),
        Accent = Accent.Good,
        Lines = [$"It stands on the timeline, and counts in the figures."],
    };

    static Button[] Scores(Reference name, string verb) =>
    [
        .. Enumerable.Range(Incident.LowestScore, Incident.HighestScore).Reverse().Select(score => new Button($"{score} of 5", $"{verb} {name} {score}")),
        new("With a comment", $"{verb} {name}"),
    ];

    static ChatText Times(Incident incident) => ChatText.Join("; ",
    [
        .. Enum.GetValues<Milestone>().Where(one => one is not (Milestone.Declared or Milestone.Closed))
            .Select(one => (ChatText)$"{one.Words()} {(incident.Times[one] is { } at ? (ChatText)$"{at}" : $"not known")}"),
    ]);

    static Card Card(Incident incident, ChatText title, Accent accent, ChatText line, params IReadOnlyList<Button> buttons) => new(title)
    {
        Header = incident.Heading(),
        Accent = accent,
        Lines = [$"{incident.Title}", line],
        Buttons = buttons,
    };
}
