using IncidentBot.Chat;

namespace IncidentBot.Slack.Outgoing;

/// <summary>Pins messages, each once.</summary>
/// <remarks>What people take down by hand stays down. https://docs.slack.dev/reference/methods/pins.add</remarks>
public sealed partial class Pins(Reach reach, SlackNotes notes, ILogger<Pins> log)
{
    public async Task Pin(MessageRef message, CancellationToken ct)
    {
        var (room, key) = (message.Room, $"pin:{message.Room.Id}");
        if (await notes.Read(key, ct) == message.Id)
            return;
        try
        {
            await reach.Call(room, "pins.add", new { channel = room.Id, timestamp = message.Id }, ct);
        }
        catch (ChatRefusedException no) when (Reach.LossIn(no) is null)
        {
            if (SlackException.CodeIn(no) is not "already_pinned")
                NotPinned(room.Name, no.Message);
        }
        await notes.Write(key, message.Id, null, ct);
    }

    [LoggerMessage(1454, LogLevel.Warning, "The card in #{Channel} is not pinned: {Reason}")]
    partial void NotPinned(string channel, string reason);
}
