using System.Text.Json.Nodes;

namespace IncidentBot.Slack;

/// <summary>What is said: messages, pins, bookmarks.</summary>
partial class FakeSlack
{
    /// <summary>Somebody types.</summary>
    /// <param name="thread">The first message of the thread it stands in; null: in none.</param>
    public FakeMessage Say(FakeChannel channel, string user, string text, string? thread = null)
    {
        lock (gate)
        {
            var message = new FakeMessage(NextTs(), user) { Thread = thread };
            message.Shown.Add((text, []));
            channel.Messages.Add(message);
            return message;
        }
    }

    /// <summary>Somebody deletes a message.</summary>
    public void Delete(FakeChannel channel, FakeMessage message)
    {
        lock (gate)
        {
            channel.Messages.Remove(message);
            channel.Pins.Remove(message.Ts);
        }
    }

    /// <summary>Somebody changes their words.</summary>
    public void Edit(FakeMessage message, string text)
    {
        lock (gate)
            message.Shown.Add((text, []));
    }

    /// <summary>Somebody comes into a channel or leaves it, which stands there as a message.</summary>
    /// <param name="inviter">Who brought them in; null: nobody.</param>
    public FakeMessage Move(FakeChannel channel, string user, bool came, string? inviter = null)
    {
        lock (gate)
        {
            channel.Members.Remove(user);
            if (came)
                channel.Members.Add(user);
            var message = new FakeMessage(NextTs(), user) { Kind = came ? "channel_join" : "channel_leave", Inviter = inviter };
            message.Shown.Add(($"<@{user}> has {(came ? "joined" : "left")} the channel", []));
            channel.Messages.Add(message);
            return message;
        }
    }

    JsonObject Post(FakeCall call)
    {
        var channel = FindOurs(call);
        var message = Written(call);
        channel.Messages.Add(message);
        return new() { ["channel"] = channel.Id, ["ts"] = message.Ts, ["message"] = Show(channel, message) };
    }

    JsonObject PostEphemeral(FakeCall call)
    {
        var channel = FindOurs(call);
        if (!channel.Members.Contains(call["user"]))
            throw new FakeRefusal("user_not_in_channel");
        var message = Written(call);
        message.Only = call["user"];
        channel.Messages.Add(message);
        return new() { ["message_ts"] = message.Ts };
    }

    FakeMessage Written(FakeCall call)
    {
        var message = new FakeMessage(NextTs(), Bot) { Metadata = Metadata(call) };
        message.Shown.Add(Content(call));
        return message;
    }

    JsonObject Update(FakeCall call)
    {
        var channel = FindOurs(call);
        var message = channel.Messages.FirstOrDefault(one => one.Ts == call["ts"] && one.Only is null)
            ?? throw new FakeRefusal("message_not_found");
        if (message.By != Bot)
            throw new FakeRefusal("cant_update_message");
        message.Shown.Add(Content(call));
        message.Metadata = Metadata(call) ?? message.Metadata;
        return new() { ["channel"] = channel.Id, ["ts"] = message.Ts, ["text"] = message.Text };
    }

    (string, JsonArray) Content(FakeCall call)
    {
        var blocks = call.Arguments["blocks"]?.DeepClone() as JsonArray ?? [];
        if (call["text"] == "" && blocks.Count == 0)
            throw new FakeRefusal("no_text");
        if (call["text"].Length > 40_000)
            throw new FakeRefusal("msg_too_long");
        if (blocks.Count > 0 && BlockKitRules.FlawsOfBlocks(blocks, 50).Any())
            throw new FakeRefusal("invalid_blocks");
        CheckFiles(blocks);
        return (call["text"], blocks);
    }

    static JsonNode? Metadata(FakeCall call) => call.Arguments["metadata"] switch
    {
        null => null,
        JsonObject { Count: > 0 } right when right["event_type"] is not null && right["event_payload"] is JsonObject => right.DeepClone(),
        _ => throw new FakeRefusal("invalid_metadata_format"),
    };

    JsonObject History(FakeCall call, bool inThreads = false)
    {
        var channel = Find(call);
        if (!channel.Members.Contains(Bot))
            throw new FakeRefusal("not_in_channel");
        var within = call["inclusive"] == "true" ? 0 : 1;
        var all = channel.Messages.Where(one => one.Only is null
            && (inThreads ? one.Ts == call["ts"] || one.Thread == call["ts"] : one.Thread is null)
            && (call["oldest"] == "" || string.CompareOrdinal(one.Ts, call["oldest"]) >= within)
            && (call["latest"] == "" || string.CompareOrdinal(one.Ts, call["latest"]) <= -within)).Reverse().ToArray();
        var (from, limit) = (call["cursor"] == "" ? 0 : int.Parse(call["cursor"]), call["limit"] == "" ? 100 : int.Parse(call["limit"]));
        return new()
        {
            ["messages"] = new JsonArray([.. all.Skip(from).Take(limit).Select(one => Show(channel, one, call["include_all_metadata"] == "true"))]),
            ["has_more"] = from + limit < all.Length,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = from + limit < all.Length ? $"{from + limit}" : "" },
        };
    }

    JsonObject Pin(FakeCall call)
    {
        var channel = FindOurs(call);
        if (channel.Messages.All(one => one.Ts != call["timestamp"]))
            throw new FakeRefusal("message_not_found");
        if (channel.Pins.Contains(call["timestamp"]))
            throw new FakeRefusal("already_pinned");
        channel.Pins.Add(call["timestamp"]);
        return [];
    }

    JsonObject Bookmark(FakeCall call)
    {
        var channel = FindOurs(call);
        if (!call["link"].StartsWith("http", StringComparison.Ordinal))
            throw new FakeRefusal("invalid_link");
        var bookmark = new JsonObject { ["id"] = Next("Bk"), ["title"] = call["title"], ["link"] = call["link"], ["type"] = call["type"] };
        channel.Bookmarks.Add(bookmark);
        return new() { ["bookmark"] = bookmark.DeepClone() };
    }

    JsonObject EditBookmark(FakeCall call)
    {
        var bookmark = FindOurs(call).Bookmarks.FirstOrDefault(one => (string?)one["id"] == call["bookmark_id"])
            ?? throw new FakeRefusal("not_found");
        foreach (var name in new[] { "title", "link" })
            if (call[name] != "")
                bookmark[name] = call[name];
        return new() { ["bookmark"] = bookmark.DeepClone() };
    }

    JsonObject RemoveBookmark(FakeCall call) =>
        FindOurs(call).Bookmarks.RemoveAll(one => (string?)one["id"] == call["bookmark_id"]) > 0 ? [] : throw new FakeRefusal("not_found");

    /// <summary>Somebody pins a message, or unpins it.</summary>
    public void Pin(FakeChannel channel, FakeMessage message, bool pinned, string by = "U2")
    {
        lock (gate)
        {
            channel.Pins.Remove(message.Ts);
            channel.PinnedBy[message.Ts] = by;
            if (pinned)
                channel.Pins.Add(message.Ts);
        }
    }

    /// <summary>Somebody reacts to a message, or takes that back.</summary>
    public void React(FakeMessage message, string user, string reaction, bool added)
    {
        lock (gate)
        {
            message.Reactions.Remove((reaction, user));
            if (added)
                message.Reactions.Add((reaction, user));
        }
    }

    static JsonObject Show(FakeChannel channel, FakeMessage message, bool metadata = true)
    {
        var shown = new JsonObject
        {
            ["type"] = "message",
            ["ts"] = message.Ts,
            ["user"] = message.By,
            ["text"] = message.Text,
            ["blocks"] = message.Blocks.DeepClone(),
        };
        if (channel.Pins.Contains(message.Ts))
            shown["pinned_to"] = Names([channel.Id]);
        if (message.Reactions.Count > 0)
            shown["reactions"] = new JsonArray([.. message.Reactions.GroupBy(one => one.Name, one => one.User).Select(one => new JsonObject
            {
                ["name"] = one.Key,
                ["users"] = Names(one),
                ["count"] = one.Count(),
            })]);
        if (message.By == Bot)
            shown["bot_id"] = "B0BOT";
        else if (message.Edits > 0)
            shown["edited"] = new JsonObject { ["user"] = message.By, ["ts"] = message.Ts };
        if (message.Kind != "")
            shown["subtype"] = message.Kind;
        if (message.Inviter is { } inviter)
            shown["inviter"] = inviter;
        if (message.Files.Count > 0)
            shown["files"] = new JsonArray([.. message.Files.Select(one => one.DeepClone())]);
        if (message.Thread is { } root)
            shown["thread_ts"] = root;
        else if (channel.Messages.Where(one => one.Thread == message.Ts).ToArray() is { Length: > 0 } answers)
        {
            shown["thread_ts"] = message.Ts;
            shown["reply_count"] = answers.Length;
            shown["latest_reply"] = answers[^1].Ts;
        }
        if (metadata && message.Metadata is not null)
            shown["metadata"] = message.Metadata.DeepClone();
        return shown;
    }

    /// <remarks>Slack's own time, in seconds, made unique by its fraction.</remarks>
    string NextTs() => $"{clock.GetUtcNow().ToUnixTimeSeconds()}.{++numbers:D6}";
}
