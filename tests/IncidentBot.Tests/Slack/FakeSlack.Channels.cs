using System.Text.Json.Nodes;

namespace IncidentBot.Slack;

/// <summary>Channels, and who is in them.</summary>
partial class FakeSlack
{
    readonly Dictionary<string, FakeChannel> channels = [];

    public IReadOnlyList<FakeChannel> Channels
    {
        get
        {
            lock (gate)
                return [.. channels.Values];
        }
    }

    public FakeChannel Channel(string name) => Channels.Single(one => one.Name == name);

    /// <summary>The direct messages between the bot and somebody.</summary>
    public FakeChannel Direct(string user) => Channels.Single(one => one.With == user);

    /// <summary>A channel that people made, without the bot.</summary>
    public FakeChannel AddChannel(string name, bool @private = false, params string[] members)
    {
        lock (gate)
        {
            var channel = new FakeChannel(Next("C"), name) { Private = @private, Creator = "U0OWNER", Created = clock.GetUtcNow() };
            channel.Members.AddRange(members);
            return channels[channel.Id] = channel;
        }
    }

    /// <summary>The direct message between somebody and the bot.</summary>
    public FakeChannel AddDirect(string user)
    {
        lock (gate)
        {
            var direct = new FakeChannel(Next("D"), user) { With = user, Private = true };
            direct.Members.AddRange([Bot, user]);
            return channels[direct.Id] = direct;
        }
    }

    FakeChannel Find(FakeCall call) => channels.GetValueOrDefault(call.Channel) is { } found && Visible(found)
        ? found
        : throw new FakeRefusal("channel_not_found");

    FakeChannel FindLive(FakeCall call) => Find(call) is { Archived: false } live ? live : throw new FakeRefusal("is_archived");

    FakeChannel FindOurs(FakeCall call) =>
        FindLive(call) is var live && live.Members.Contains(Bot) ? live : throw new FakeRefusal("not_in_channel");

    static bool Visible(FakeChannel channel) => !channel.Private || channel.Members.Contains(Bot);

    JsonObject Create(FakeCall call)
    {
        var name = call["name"];
        CheckName(name);
        var channel = new FakeChannel(Next("C"), name) { Private = call["is_private"] == "true", Creator = Bot, Created = clock.GetUtcNow() };
        channel.Members.Add(Bot);
        channels[channel.Id] = channel;
        return new() { ["channel"] = Show(channel) };
    }

    JsonObject Rename(FakeCall call)
    {
        var channel = FindOurs(call);
        if (channel.Name != call["name"])
            CheckName(call["name"]);
        channel.Name = call["name"];
        return new() { ["channel"] = Show(channel) };
    }

    void CheckName(string name)
    {
        if (name == "")
            throw new FakeRefusal("invalid_name_required");
        if (name.Length > 80)
            throw new FakeRefusal("invalid_name_maxlength");
        if (!name.Any(char.IsLetterOrDigit))
            throw new FakeRefusal("invalid_name_punctuation");
        if (name.Any(letter => !char.IsAsciiDigit(letter) && !char.IsAsciiLetterLower(letter) && letter is not ('-' or '_')))
            throw new FakeRefusal("invalid_name_specials");
        // An archived channel keeps its name.
        if (channels.Values.Any(one => one.Name == name))
            throw new FakeRefusal("name_taken");
    }

    JsonObject Open(FakeCall call)
    {
        var user = UserCalled(call["users"], "user_not_found");
        if (user.Deleted)
            throw new FakeRefusal("user_disabled");
        if (channels.Values.FirstOrDefault(one => one.With == user.Id) is not { } direct)
        {
            direct = AddDirect(user.Id);
        }
        return new() { ["channel"] = new JsonObject { ["id"] = direct.Id } };
    }

    JsonObject List(FakeCall call)
    {
        var types = call["types"] == "" ? ["public_channel"] : call["types"].Split(',');
        var all = channels.Values.Where(one => one.With is null && Visible(one)
            && types.Contains(one.Private ? "private_channel" : "public_channel")
            && (call["exclude_archived"] != "true" || !one.Archived)).ToArray();
        var (from, limit) = (call["cursor"] == "" ? 0 : int.Parse(call["cursor"]), call["limit"] == "" ? 100 : int.Parse(call["limit"]));
        return new()
        {
            ["channels"] = new JsonArray([.. all.Skip(from).Take(limit).Select(Show)]),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = from + limit < all.Length ? $"{from + limit}" : "" },
        };
    }

    JsonObject Join(FakeCall call)
    {
        var channel = FindLive(call);
        if (channel.Private)
            throw new FakeRefusal("method_not_supported_for_channel_type");
        if (!channel.Members.Contains(Bot))
            channel.Members.Add(Bot);
        return new() { ["channel"] = Show(channel) };
    }

    JsonObject Invite(FakeCall call)
    {
        var channel = FindOurs(call);
        var users = call["users"].Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (users.Length == 0)
            throw new FakeRefusal("no_user");
        if (users.Length > 100)
            throw new FakeRefusal("too_many_users");
        var refused = users.Select(user => (User: user, Code: Uninvitable(user, channel))).Where(one => one.Code is not null).ToArray();
        if (refused.Length == 0 || call["force"] == "true")
            channel.Members.AddRange(users.Except(refused.Select(one => one.User)));
        if (refused.Length > 0)
            throw new FakeRefusal(refused[0].Code!)
            {
                More = ("errors", new JsonArray([.. refused.Select(one => new JsonObject { ["user"] = one.User, ["ok"] = false, ["error"] = one.Code })])),
            };
        return new() { ["channel"] = Show(channel) };
    }

    string? Uninvitable(string user, FakeChannel channel) =>
        user == Bot ? "cant_invite_self"
        : !users.TryGetValue(user, out var known) ? "user_not_found"
        : known.Uninvitable ?? (channel.Members.Contains(user) ? "already_in_channel" : null);

    JsonObject Describe(FakeCall call, Action<FakeChannel> change, string text)
    {
        var channel = FindOurs(call);
        if (text.Length > 250)
            throw new FakeRefusal("too_long");
        change(channel);
        return new() { ["channel"] = Show(channel) };
    }

    JsonObject Archive(FakeCall call)
    {
        var channel = Find(call);
        if (channel.Archived)
            throw new FakeRefusal("already_archived");
        if (!channel.Members.Contains(Bot))
            throw new FakeRefusal("not_in_channel");
        PutAway(channel);
        return [];
    }

    /// <summary>Somebody archives a channel by hand.</summary>
    /// <remarks>As Slack does it, everybody is out of it then, and no bot takes it out again.</remarks>
    public void PutAway(FakeChannel channel)
    {
        lock (gate)
        {
            channel.Archived = true;
            if (!BotsUnarchive)
                channel.Members.Clear();
        }
    }

    /// <summary>Somebody deletes a channel by hand.</summary>
    public void Delete(FakeChannel channel)
    {
        lock (gate)
            channels.Remove(channel.Id);
    }

    /// <summary>A bot may take a channel out of the archive, as the documentation has it; in fact Slack refuses.</summary>
    public bool BotsUnarchive { get; set; }

    JsonObject Unarchive(FakeCall call)
    {
        var channel = Find(call);
        if (!channel.Archived)
            throw new FakeRefusal("not_archived");
        if (!channel.Members.Contains(Bot))
            throw new FakeRefusal("not_in_channel");
        channel.Archived = false;
        return [];
    }

    static JsonObject Show(FakeChannel channel) => new()
    {
        ["id"] = channel.Id,
        ["name"] = channel.Name,
        ["is_channel"] = !channel.Private,
        ["is_private"] = channel.Private,
        ["is_archived"] = channel.Archived,
        ["is_member"] = channel.Members.Contains(Bot),
        ["is_im"] = channel.With is not null,
        ["is_ext_shared"] = channel.Shared,
        ["creator"] = channel.Creator,
        ["created"] = channel.Created.ToUnixTimeSeconds(),
        ["topic"] = new JsonObject { ["value"] = channel.Topic },
        ["purpose"] = new JsonObject { ["value"] = channel.Purpose },
    };
}
