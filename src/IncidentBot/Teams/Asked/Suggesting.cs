using IncidentBot.Chat;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.Replying;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Asked;

/// <summary>Finds incidents while somebody types, for a card of one where they write.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search</remarks>
public sealed class Suggesting(Understanding understanding, Asking asking) : ITake
{
    const int Most = 8;

    public Task<Response>? Take(Arrival arrival) => arrival is Searching searching ? Find(searching) : null;

    /// <summary>Newest first; those that are open before anything was typed.</summary>
    async Task<Response> Find(Searching searching)
    {
        var words = searching.Words.Trim();
        var question = await understanding.Of(searching.About, words == "" ? "list open" : $"search {words}");
        var found = await asking.Ask(question, Asking.AtOnce) is Reply.Shown { Refused: false } list ? References(list.Card) : [];
        var cards = new List<(Card, string)>();
        foreach (var reference in found.Skip(searching.Skip).Take(Most))
            if (await asking.Ask(question.Also($"show {reference}", reference), Asking.AtOnce) is Reply.Shown { Refused: false } shown)
                cards.Add((shown.Card, reference));
        return new Response.Taken(InvokeAnswers.Found(cards, asking.Org));
    }

    /// <summary>A list names each incident first.</summary>
    IEnumerable<string> References(Card list) => list.Fields.Select(field => field.Label.Split(' ')[0])
        .Where(word => word.StartsWith($"{asking.Org.Prefix}-", StringComparison.OrdinalIgnoreCase));
}
