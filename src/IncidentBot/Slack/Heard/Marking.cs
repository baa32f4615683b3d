using IncidentBot.Chat;
using IncidentBot.Slack.Asked;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Messages of an incident's channel that are pinned, or get a pushpin, stand on its timeline for as long as they are.</summary>
public sealed class Marking(Asking asking, Quoting quoting, OpenIncidents incidents, Order order) : IHear
{
    static readonly string[] Pushpins = ["pushpin", "round_pushpin"];

    public Task? Hear(Happened happened, Home home) =>
        happened.What is Event.Marked marked && marked.By.Id != home.Bot && (marked.Reaction is null || Pushpins.Contains(marked.Reaction))
            ? Mark(marked, happened, home)
            : null;

    async Task Mark(Event.Marked marked, Happened happened, Home home)
    {
        if (await incidents.Has(marked.Channel, marked.By))
            await order.InTurn(
                $"mark:{Quoting.IdOf(marked.Channel, marked.Ts)}/{marked.Reaction ?? "pin"}/{(marked.Reaction is null ? "" : marked.By.Id)}",
                happened.Ts, () => marked.Added ? Keep(marked, happened, home) : Drop(marked, happened));
    }

    async Task Keep(Event.Marked marked, Happened happened, Home home)
    {
        // The bot's own messages say what the timeline says anyway.
        if (await quoting.Read(marked.Channel, marked.Ts) is { } message && message.By != home.Bot)
            await asking.Ask(new(marked.By, new(marked.Channel, ""), $"slack/{happened.Id}", "note")
            {
                Quoted = await quoting.Of(marked.Channel, message),
            });
    }

    Task<Reply> Drop(Event.Marked marked, Happened happened) => asking.Ask(
        new(marked.By, new(marked.Channel, ""), $"slack/{happened.Id}", "hide") { Quoted = Quoting.Mark(marked.Channel, marked.Ts) });
}
