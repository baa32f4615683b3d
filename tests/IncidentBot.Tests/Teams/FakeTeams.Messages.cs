using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Teams;

/// <summary>What people say and do in channels, threads and chats, as Graph tells it afterwards.</summary>
sealed partial class FakeTeams
{
    /// <summary>As many as Graph tells at once where nobody asks for fewer, so that what is read has more than one page.</summary>
    public int MostAtOnce { get; set; } = 50;

    /// <summary>A channel that people have.</summary>
    public string AddChannel(string name)
    {
        teams[0].Channels.Add(new($"19:{name}@thread.tacv2", name));
        return $"19:{name}@thread.tacv2";
    }

    /// <summary>A group chat that people have.</summary>
    public string AddChat(string name)
    {
        chats.Add(new($"19:{name}@thread.v2") { Topic = name });
        return $"19:{name}@thread.v2";
    }

    /// <summary>What somebody says without the bot being told.</summary>
    /// <param name="room">A channel, a group chat, or the thread that somebody has for a room.</param>
    /// <param name="root">In whose thread; null: it begins one.</param>
    public string Says(string who, string room, string html, string? root = null)
    {
        lock (gate)
        {
            var (id, at, by) = ($"{++numbers}", $"{clock.GetUtcNow():O}", Person(who));
            Put(room, root, new()
            {
                ["id"] = id,
                ["messageType"] = "message",
                ["createdDateTime"] = at,
                ["lastModifiedDateTime"] = at,
                ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = by.ObjectId, ["displayName"] = by.Name } },
                ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html },
                ["replies"] = new JsonArray(),
            });
            return id;
        }
    }

    /// <summary>People come into a chat, or leave it.</summary>
    /// <param name="by">Who brought them in or put them out; null: an app.</param>
    public void Moves(string chat, bool came, string? by, params string[] who)
    {
        lock (gate)
            Put(chat, null, new()
            {
                ["id"] = $"{++numbers}",
                ["messageType"] = "unknownFutureValue",
                ["createdDateTime"] = $"{clock.GetUtcNow():O}",
                ["lastModifiedDateTime"] = $"{clock.GetUtcNow():O}",
                ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<systemEventMessage/>" },
                ["eventDetail"] = new JsonObject
                {
                    ["@odata.type"] = $"#microsoft.graph.members{(came ? "Added" : "Deleted")}EventMessageDetail",
                    ["members"] = new JsonArray([.. who.Select(one =>
                    {
                        var account = Account(one);
                        account["userIdentityType"] = one == "stranger" ? "federatedUser" : "aadUser";
                        return (JsonNode)account;
                    })]),
                    ["initiator"] = by is null
                        ? new JsonObject { ["application"] = new JsonObject { ["id"] = App } }
                        : new JsonObject { ["user"] = Account(by) },
                },
            });
    }

    /// <summary>Something becomes of a message: it is changed, taken back, or gets a mark.</summary>
    public void Becomes(string id, Action<JsonObject> change)
    {
        lock (gate)
        {
            var message = teams.SelectMany(team => team.Channels).SelectMany(one => one.Threads)
                .SelectMany(one => one["replies"]!.AsArray().Select(reply => reply!.AsObject()).Prepend(one))
                .Concat(chats.SelectMany(one => one.Messages)).Single(one => (string)one["id"]! == id);
            message["lastModifiedDateTime"] = $"{clock.GetUtcNow():O}";
            change(message);
        }
    }

    public void Edits(string id, string html) => Becomes(id, message =>
        (message["body"]!["content"], message["lastEditedDateTime"]) = (html, $"{clock.GetUtcNow():O}"));

    public void Deletes(string id) => Becomes(id, message =>
        (message["body"]!["content"], message["deletedDateTime"]) = ("", $"{clock.GetUtcNow():O}"));

    public void Pins(string id, string? by) => Becomes(id, message => message["reactions"] = by is null ? [] : new JsonArray(new JsonObject
    {
        ["reactionType"] = "📌",
        ["user"] = new JsonObject { ["user"] = Account(by) },
    }));

    void Put(string room, string? root, JsonObject message)
    {
        if (chats.FirstOrDefault(one => one.Id == room) is { } chat)
        {
            chat.Messages.Add(message);
            return;
        }
        var threads = teams.SelectMany(team => team.Channels).Single(one => one.Id == TeamsIds.ChannelOf(room)).Threads;
        root ??= TeamsIds.RootOf(room);
        if (root is null)
        {
            threads.Insert(0, message);
            return;
        }
        if (threads.All(one => (string)one["id"]! != root))
            threads.Insert(0, new()
            {
                ["id"] = root,
                ["createdDateTime"] = message["createdDateTime"]!.DeepClone(),
                ["from"] = new JsonObject { ["application"] = new JsonObject { ["id"] = App } },
                ["replies"] = new JsonArray(),
            });
        threads.Single(one => (string)one["id"]! == root)["replies"]!.AsArray().Insert(0, message);
    }

    /// <summary>With where the next page is.</summary>
    JsonObject Page(HttpContext http, IEnumerable<JsonObject> all)
    {
        var (list, query) = (all.ToArray(), http.Request.Query);
        var most = Math.Min(MostAtOnce, int.TryParse(query["$top"], CultureInfo.InvariantCulture, out var top) ? top : MostAtOnce);
        var skip = int.TryParse(query["$skiptoken"], CultureInfo.InvariantCulture, out var from) ? from : 0;
        var page = List(list.Skip(skip).Take(most).Select(one => one.DeepClone().AsObject()));
        if (list.Length > skip + most)
            page["@odata.nextLink"] = new Uri(Url, $"{http.Request.Path.ToUriComponent()}?$top={most}&$skiptoken={skip + most}&$expand=replies").AbsoluteUri;
        return page;
    }

    static DateTimeOffset? Since(HttpContext http) => After().Match($"{http.Request.Query["$filter"]}") is { Success: true } found
        ? DateTimeOffset.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    static DateTimeOffset Changed(JsonObject message) =>
        DateTimeOffset.Parse((string)message["lastModifiedDateTime"]!, CultureInfo.InvariantCulture);

    [GeneratedRegex("lastModifiedDateTime gt ([0-9TZ:.-]+)")]
    private static partial Regex After();
}
