using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Finds incidents by words of their titles, notes and resolutions.</summary>
public sealed class SearchCommand : IQueryCommand
{
    const int Most = 10;

    public Usage Usage { get; } = new("search <words>", "Find incidents by words of titles, notes and resolutions", Topics.Looking, "find")
    {
        Prose = true,
    };

    public Form? Ask(Request request) => !request.IsBare ? null : Forms.OneText(
        "Search incidents", "search", "Search", "words", "Words of titles, notes and resolutions", multiline: false, longest: 200);

    public async Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct)
    {
        var words = request.Said("words");
        if (words == "")
            return new Reply.Invalid([new("words", "Say what to search for.")]);
        var found = await incidents.Search(words, request.By, Most, ct);
        return new Reply.Shown(found.Count == 0
            ? AnswerCard.Plain($"Nothing found for “{IncidentWords.Brief(words, 100)}”. Try fewer or other words.")
            : ListCard.For(new(found, null), $"Found for “{IncidentWords.Brief(words, 100)}”", "list", request.Org, request.Call.At));
    }
}
