using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What people say in one room of an incident, as its other rooms show it.</summary>
public static class TalkCards
{
    const int Longest = 3000;
    const int MostLines = 15;

    /// <param name="platform">As people call it: "Slack", "the web".</param>
    /// <remarks>By name and not as a mention: whoever talks on the web need not be called to Slack each time.</remarks>
    public static Card Of(Talk talk, string platform) => new($"{talk.By.Name}, on {platform}")
    {
        Lines = [.. IncidentWords.Cut(talk.Words, Longest).ReplaceLineEndings("\n").Split('\n').Select(line => (ChatText)$"{line}")],
    };

    /// <summary>Instead of a flood: what happened and what was said while a room could not be reached.</summary>
    public static Card Summary(
        Incident incident, IReadOnlyList<Recorded> happened, IReadOnlyList<(Talk Talk, string Platform)> said, Organisation org)
    {
        (DateTimeOffset At, ChatText Line)[] lines =
        [
            .. happened.Select(one => one.Fact)
                .Where(fact => !incident.Hides(fact))
                .Select(fact => (fact.At, TimelineCard.LineOf(fact, incident))),
            .. said.Select(one => (
                one.Talk.At,
                (ChatText)$"{one.Talk.At} {one.Talk.By.Name}, on {one.Platform}: {IncidentWords.Brief(one.Talk.Words, 300)}")),
        ];
        var left = lines.Length - MostLines;
        return new($"While this room could not be reached")
        {
            Header = incident.Heading(),
            Accent = incident.Colour(),
            Lines =
            [
                .. left > 0 ? new ChatText[] { $"{left} more before that." } : [],
                .. lines.OrderBy(one => one.At).TakeLast(MostLines).Select(one => one.Line),
                $"All of it: {incident.Link(org)}",
            ],
            Buttons = [new("Catch up", $"catchup {incident.Reference}"), new("Timeline", $"timeline {incident.Reference}")],
        };
    }
}
