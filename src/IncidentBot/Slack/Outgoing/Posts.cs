using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Outgoing;

/// <summary>Posts cards, each once, and edits them in place, never back.</summary>
public sealed class Posts(Reach reach, Drafts drafts, SlackNotes notes, Turns turns, TimeProvider clock)
{
    const string Kind = "incidentbot_message";
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    readonly ShownVersions shown = new();

    /// <remarks>Every copy bears the key. Where it is unknown whether there is one already, it is looked for first.</remarks>
    public Task<MessageRef> Post(Room room, Card card, string key, CancellationToken ct) =>
        turns.Take($"{room.Id}/{key}", () => PostOnce(room, card, key, ct), ct);

    public Task Update(MessageRef message, Card card, int version, CancellationToken ct) => turns.Take(
        $"{message.Room.Id}/{message.Id}",
        async () =>
        {
            if (shown.Of(message) > version)
                return false;
            var arguments = await drafts.Of(message.Room, card, ct);
            arguments["ts"] = message.Id;
            await Edit(message, arguments, ct);
            shown.Note(message, version);
            return true;
        },
        ct);

    async Task<MessageRef> PostOnce(Room room, Card card, string key, CancellationToken ct)
    {
        var note = $"post:{room.Id}/{key}";
        var noted = await notes.Read(note, ct, away: Doubt.At(clock.GetUtcNow()));
        if (noted is not null && Doubt.Since(noted) is null)
            return new(room, noted);
        if (Doubt.Since(noted) is { } since && await Find(room, key, since, ct) is { } there)
            return await Posted(there);
        if (noted is null)
            await notes.Write(note, Doubt.At(clock.GetUtcNow()), Kept, ct);
        var arguments = await drafts.Of(room, card, ct);
        arguments["metadata"] = new JsonObject { ["event_type"] = Kind, ["event_payload"] = new JsonObject { ["key"] = key } };
        arguments["unfurl_links"] = false;
        arguments["unfurl_media"] = false;
        return await Posted((await reach.Call(room, "chat.postMessage", arguments, ct)).Text("ts"));

        async Task<MessageRef> Posted(string ts)
        {
            await notes.Write(note, ts, Kept, ct);
            return new(room, ts);
        }
    }

    async Task Edit(MessageRef message, JsonObject arguments, CancellationToken ct)
    {
        try
        {
            await reach.Call(message.Room, "chat.update", arguments, ct);
        }
        catch (ChatRefusedException no) when (SlackException.CodeIn(no) is "message_not_found")
        {
            throw new MessageGoneException("Somebody deleted the message.", no.InnerException);
        }
    }

    /// <returns>Null when it isn't there.</returns>
    /// <remarks>https://docs.slack.dev/messaging/message-metadata</remarks>
    async Task<string?> Find(Room room, string key, DateTimeOffset since, CancellationToken ct)
    {
        string? cursor = null;
        do
        {
            var page = await reach.Call(
                room, "conversations.history",
                new { channel = room.Id, oldest = $"{since.ToUnixTimeSeconds()}", include_all_metadata = true, limit = 100, cursor }, ct);
            foreach (var message in page.Items("messages"))
                if (message.Text("metadata", "event_type") == Kind && message.Text("metadata", "event_payload", "key") == key)
                    return message.Text("ts");
            cursor = page.TextOrNull("response_metadata", "next_cursor");
        }
        while (cursor is not null);
        return null;
    }
}
