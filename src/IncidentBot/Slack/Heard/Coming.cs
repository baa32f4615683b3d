using IncidentBot.Chat;
using IncidentBot.Slack.Asked;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Who comes into an incident's channel joins the response; who leaves it, leaves that.</summary>
public sealed class Coming(Asking asking, OpenIncidents incidents, Order order, Understood understood, IRoomWatch watch) : IHear
{
    const string In = "in";
    const string Out = "out";

    public Task? Hear(Happened happened, Home home) => happened.What switch
    {
        // Whom the bot brings in, it brings in because they are of the incident.
        Event.Joined joined when joined.Who.Id != home.Bot && joined.Inviter != home.Bot =>
            Do(joined.Who, joined.Channel, joined.Inviter is { } inviter ? $"{In} {inviter}" : In, happened),
        Event.Left left when left.Who.Id == home.Bot => PutOut(left.Channel, happened.At),
        Event.Left left => Do(left.Who, left.Channel, Out, happened),
        _ => null,
    };

    /// <param name="state">"in", with by whom they were brought in where somebody did, or "out".</param>
    async Task Do(Sender who, string channel, string state, Happened happened)
    {
        if (await incidents.Has(channel, By(state, who)))
            await order.InTurn($"in:{channel}/{who.Id}", happened, state, (now, once) => asking.Ask(
                new(By(now, who), new(channel, ""), once, now == Out ? "leave" : now == In ? "join" : $"join <@{who.Id}>") { IsTyped = true, At = happened.At }));
    }

    static Sender By(string state, Sender who) => state.Split(' ') is [In, var inviter] ? new(inviter, "", null) : who;

    async Task PutOut(string channel, DateTimeOffset at) =>
        await watch.Lost(await understood.Room(channel), RoomLoss.PutOut, null, at, default);
}
