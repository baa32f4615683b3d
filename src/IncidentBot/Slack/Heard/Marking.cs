using IncidentBot.Chat;
using IncidentBot.Slack.Asked;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Messages of an incident's channel that are pinned, or get a pushpin, stand on its timeline for as long as they are.</summary>
public sealed class Marking(Asking asking, Quoting quoting, OpenIncidents incidents, Order order) : IHear
{
    const string On = "on";
    const string Off = "off";

    static readonly string[] Pushpins = ["pushpin", "round_pushpin"];

    /// <param name="reaction">Without colons.</param>
    internal static bool IsPushpin(string reaction) => Pushpins.Contains(reaction);

    public Task? Hear(Happened happened, Home home) =>
        happened.What is Event.Marked marked && marked.By.Id != home.Bot && (marked.Reaction is null || IsPushpin(marked.Reaction))
            ? Mark(marked, happened, home)
            : null;

    async Task Mark(Event.Marked marked, Happened happened, Home home)
    {
        if (await incidents.Has(marked.Channel, marked.By))
            await order.InTurn(
                $"mark:{Quoting.IdOf(marked.Channel, marked.Ts)}/{marked.Reaction ?? "pin"}/{(marked.Reaction is null ? "" : marked.By.Id)}",
                happened, marked.Added ? On : Off, (now, once) => now == On ? Keep(marked, once, home) : Drop(marked, once));
    }

    async Task Keep(Event.Marked marked, string once, Home home)
    {
        // The bot's own messages say what the timeline says anyway.
        if (await quoting.Read(marked.Channel, marked.Ts) is { } message && message.By != home.Bot)
            await asking.Ask(new(marked.By, new(marked.Channel, ""), once, "note")
            {
                Quoted = await quoting.Of(marked.Channel, message) with { Marked = true },
            });
    }

    /// <summary>Unless it bears another mark, or somebody else's.</summary>
    async Task Drop(Event.Marked marked, string once)
    {
        if (await quoting.Read(marked.Channel, marked.Ts) is not { } message || !IsMarkedBesides(message, marked))
            await asking.Ask(new(marked.By, new(marked.Channel, ""), once, "hide") { Quoted = Quoting.Mark(marked.Channel, marked.Ts) });
    }

    /// <remarks>Whatever Slack says of the mark itself, which it just said is gone.</remarks>
    static bool IsMarkedBesides(Message message, Event.Marked gone) =>
        (gone.Reaction is not null && message.PinnedTo.Contains(gone.Channel))
        || message.Reactions.Where(one => IsPushpin(one.Name))
            .Any(one => one.Count > (one.Name == gone.Reaction && one.By.Contains(gone.By.Id) ? 1 : 0));
}
