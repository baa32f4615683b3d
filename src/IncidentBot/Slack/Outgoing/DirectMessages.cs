using IncidentBot.Chat;
using IncidentBot.Slack.Calls;
using IncidentBot.Slack.People;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Outgoing;

/// <summary>Where the bot talks with one person alone.</summary>
public sealed class DirectMessages(SlackApi api, Colleagues colleagues, SlackNotes notes)
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <returns>Null when they have no account, or none that is still in use.</returns>
    public async Task<Room?> With(Person person, CancellationToken ct)
    {
        if (await colleagues.IdOf(person, ct) is not { } user)
            return null;
        var key = $"direct:{user}";
        if (await notes.Read(key, ct) is { } noted)
            return (await colleagues.Of(user, ct)).IsWelcome ? new(SlackIds.Platform, noted, person.Name) : null;
        try
        {
            var opened = await api.Call("conversations.open", new { users = user }, ct);
            var room = new Room(SlackIds.Platform, opened.Text("channel", "id"), person.Name);
            await notes.Write(key, room.Id, Kept, ct);
            return room;
        }
        catch (ChatRefusedException no) when (ErrorCodes.DeadTarget.Contains(SlackException.CodeIn(no) ?? ""))
        {
            return null;
        }
    }
}
