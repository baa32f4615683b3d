using IncidentBot.Commands;
using IncidentBot.Teams.Asked;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Heard;

/// <summary>Messages of an incident's room that get a pushpin stand on its timeline for as long as they have it.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events</remarks>
public sealed class Marking(Understanding understanding, Asking asking, Quoting quoting, Sidebar sidebar, TimeProvider clock) : ITake
{
    static readonly string[] Pushpins = ["📌", "pushpin"];

    public Task<Response>? Take(Arrival arrival) => arrival is Reacted { About.By: { IsBot: false, Id: not "" } } reacted
        ? reacted.Added.Any(IsPushpin) ? Mark(reacted, "note") : reacted.Removed.Any(IsPushpin) ? Mark(reacted, "hide") : null
        : null;

    async Task<Response> Mark(Reacted reacted, string line)
    {
        var question = await understanding.Of(reacted.About, line);
        // Nobody asked for an answer, and in the room of no incident nothing comes of it.
        if (question.By.IsWelcome && await sidebar.Of(question.Asked.In, question.By.Person, clock.GetUtcNow(), default) is not null
            && await Marked(reacted, line) is { } message)
            await asking.Keep(question.Asked with { Quoted = message });
        return new Response.Taken();
    }

    async Task<Chat.Quote?> Marked(Reacted reacted, string line) => line == "hide"
        ? Quoting.Mark(reacted.About.In.Room, reacted.Message, reacted.About.At ?? DateTimeOffset.UnixEpoch)
        : await quoting.Of(reacted.About, reacted.Message);

    static bool IsPushpin(string reaction) => Pushpins.Any(pin => reaction.Contains(pin, StringComparison.OrdinalIgnoreCase));
}
