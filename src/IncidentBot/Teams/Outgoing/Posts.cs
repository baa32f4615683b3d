using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Outgoing;

/// <summary>Posts cards, each once, and edits them in place, never back.</summary>
/// <remarks>No message of Teams bears a mark that a bot could look for: one whose answer was lost is posted once more.</remarks>
public sealed class Posts(TeamsApi api, Reach reach, Drafts drafts, TeamsNotes notes, Turns turns)
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    readonly ShownVersions shown = new();

    public Task<MessageRef> Post(Room room, Card card, string key, CancellationToken ct) => turns.Take(
        $"{room.Id}/{key}",
        async () =>
        {
            var note = $"post:{room.Id}/{key}";
            if (await notes.Read(note, ct) is { } known)
                return new MessageRef(room, known);
            var activity = await drafts.Of(card, ct);
            var id = await reach.Call(room, () => api.Send(room.Id, activity, ct), ct);
            await notes.Write(note, id, Kept, ct);
            return new MessageRef(room, id);
        },
        ct);

    public Task Update(MessageRef message, Card card, int version, CancellationToken ct) => turns.Take(
        $"{message.Room.Id}/{message.Id}",
        async () =>
        {
            if (shown.Of(message) > version)
                return false;
            var activity = await drafts.Of(card, ct);
            await reach.Call(message.Room, () => Edit(message, activity, ct), ct);
            shown.Note(message, version);
            return true;
        },
        ct);

    async Task<bool> Edit(MessageRef message, JsonObject activity, CancellationToken ct)
    {
        // Some that only look like Teams name no id.
        if (message.Id == "")
            throw new MessageGoneException("Teams said no id for the message.");
        try
        {
            await api.Edit(message.Room.Id, message.Id, activity, ct);
            return true;
        }
        catch (ChatRefusedException no) when (TeamsException.CodeIn(no) is "ActivityNotFoundInConversation" or "MessageNotFound")
        {
            throw new MessageGoneException("Somebody deleted the message.", no.InnerException);
        }
    }
}
