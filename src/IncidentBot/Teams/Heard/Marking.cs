using IncidentBot.Commands;
using IncidentBot.Teams.Asked;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Heard;

/// <summary>Messages of an incident's room that get a pushpin stand on its timeline while they have one.</summary>
/// <remarks>
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
/// </remarks>
public sealed class Marking(
    Understanding understanding, Asking asking, Quoting quoting, Sidebar sidebar, Pins pins) : ITake
{
    static readonly string[] Pushpins = ["📌", "pushpin"];

    public Task<Response>? Take(Arrival arrival) =>
        arrival is Reacted { About.By: { IsBot: false, Id: not "" } } reacted && Marks(reacted) is { Length: > 0 } marks
            ? Mark(reacted, marks)
            : null;

    async Task<Response> Mark(Reacted reacted, (string Name, bool Added)[] marks)
    {
        var question = await understanding.Of(reacted.About, "note");
        // Nobody asked for an answer, and in the room of no incident nothing comes of it.
        var (by, asked) = (question.By, question.Asked);
        if (!by.IsWelcome || await sidebar.Of(asked.In, by.Person, asked.At, default) is null)
            return new Response.Taken();
        var message = Quoting.IdOf(reacted.About.In.Room, reacted.Message);
        await pins.Note(message, reacted.About.By.Id, asked.At, marks);
        var done = await pins.Has(message);
        // While anybody's is there, one that is taken away changes nothing.
        if (!done || marks.Any(mark => mark.Added))
            await Make(done, reacted, question);
        // Somebody else put one there meanwhile, or took the last away, and was quicker.
        for (var again = 1; await pins.Has(message) is var now && now != done; again++)
        {
            done = now;
            await Make(done, reacted, question.Also("", $"{again}"));
        }
        return new Response.Taken();
    }

    async Task Make(bool pinned, Reacted reacted, Question question)
    {
        var message = pinned
            ? await quoting.Of(reacted.About, reacted.Message) is { } found ? found with { Marked = true } : null
            : Quoting.Mark(reacted.About.In.Room, reacted.Message, reacted.About.At ?? DateTimeOffset.UnixEpoch);
        if (message is not null)
            await asking.Keep(question.Asked with { Line = pinned ? "note" : "hide", Quoted = message });
    }

    static (string Name, bool Added)[] Marks(Reacted reacted) =>
    [
        .. reacted.Removed.Where(IsPushpin).Select(name => (name, false)),
        .. reacted.Added.Where(IsPushpin).Select(name => (name, true)),
    ];

    internal static bool IsPushpin(string reaction) =>
        Pushpins.Any(pin => reaction.Contains(pin, StringComparison.OrdinalIgnoreCase));
}
