using IncidentBot.Chat;
using IncidentBot.Slack.Asked;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Who comes into an incident's channel joins the response; who leaves it, leaves that.</summary>
public sealed class Coming(Asking asking, OpenIncidents incidents, Order order, Understood understood, IRoomWatch watch) : IHear
{
    public Task? Hear(Happened happened, Home home) => happened.What switch
    {
        // Whom the bot brings in, it brings in because they are of the incident.
        Event.Joined joined when joined.Who.Id != home.Bot && joined.Inviter != home.Bot => joined.Inviter is { } inviter
            ? Do(new(inviter, "", null), joined.Who, joined.Channel, $"join <@{joined.Who.Id}>", happened)
            : Do(joined.Who, joined.Who, joined.Channel, "join", happened),
        Event.Left left when left.Who.Id == home.Bot => PutOut(left.Channel, happened.At),
        Event.Left left => Do(left.Who, left.Who, left.Channel, "leave", happened),
        _ => null,
    };

    async Task Do(Sender by, Sender who, string channel, string line, Happened happened)
    {
        if (await incidents.Has(channel, by))
            await order.InTurn(
                $"in:{channel}/{who.Id}", happened.Ts, () => asking.Ask(new(by, new(channel, ""), $"slack/{happened.Id}", line) { IsTyped = true }));
    }

    async Task PutOut(string channel, DateTimeOffset at) =>
        await watch.Lost(await understood.Room(channel), RoomLoss.PutOut, null, at, default);
}
