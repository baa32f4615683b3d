using IncidentBot.Chat;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Notices what people do to a channel by hand: rename it, archive it, delete it.</summary>
public sealed class Watching(IRoomWatch watch, Understood understood, Order order) : IHear
{
    public Task? Hear(Happened happened, Home home) => happened.What switch
    {
        Event.Renamed renamed => order.InTurn(
            $"name:{renamed.Channel}", happened, renamed.Name,
            (name, _) => watch.Renamed(understood.Room(renamed.Channel, name), happened.At, default)),
        Event.Closed closed => Close(closed, happened, home),
        _ => null,
    };

    async Task Close(Event.Closed closed, Happened happened, Home home)
    {
        if (closed.By?.Id == home.Bot)
            return;
        var how = closed.How switch { "archive" => RoomLoss.Archived, "deleted" => RoomLoss.Deleted, _ => RoomLoss.PutOut };
        await watch.Lost(
            await understood.Room(closed.Channel), how, closed.By is { } by ? await understood.Person(by) : null, happened.At, default);
    }
}
