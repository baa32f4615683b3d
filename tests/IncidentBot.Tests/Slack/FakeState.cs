using System.Text.Json.Nodes;

namespace IncidentBot.Slack;

/// <summary>A call as it arrived.</summary>
sealed record FakeCall(string Method, JsonObject Arguments, DateTimeOffset At)
{
    public string this[string name] => Arguments[name] switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(),
    };

    public string Channel => this["channel"] is { Length: > 0 } channel ? channel : this["channel_id"];
}

sealed class FakeUser(string id, string name)
{
    public string Id { get; } = id;
    public string Name { get; set; } = name;
    public string? Email { get; set; }
    public string Zone { get; set; } = "Europe/Rome";
    public bool Deleted { get; set; }
    public bool Bot { get; set; }
    public bool Guest { get; set; }

    /// <summary>Why nobody may invite them; null: they may be.</summary>
    public string? Uninvitable { get; set; }
    public bool Stranger { get; set; }
}

sealed class FakeChannel(string id, string name)
{
    public string Id { get; } = id;
    public string Name { get; set; } = name;
    public bool Private { get; set; }
    public bool Archived { get; set; }

    /// <summary>The other one in a direct message.</summary>
    public string? With { get; set; }

    /// <summary>Another organisation reads along.</summary>
    public bool Shared { get; set; }

    public string Creator { get; set; } = "";
    public DateTimeOffset Created { get; set; }
    public string Topic { get; set; } = "";
    public string Purpose { get; set; } = "";
    public List<string> Members { get; } = [];
    public List<FakeMessage> Messages { get; } = [];
    public List<string> Pins { get; } = [];

    /// <summary>By message.</summary>
    public Dictionary<string, string> PinnedBy { get; } = [];
    public List<JsonObject> Bookmarks { get; } = [];
}

/// <summary>A message with everything it ever showed.</summary>
sealed class FakeMessage(string ts, string by)
{
    public string Ts { get; } = ts;
    public string By { get; } = by;

    /// <summary>Only this person sees it.</summary>
    public string? Only { get; set; }

    public JsonNode? Metadata { get; set; }

    /// <summary>The first message of the thread it stands in; null: in none.</summary>
    public string? Thread { get; init; }

    /// <summary>Slack's subtype; "" for what people write.</summary>
    public string Kind { get; init; } = "";

    public string? Inviter { get; init; }

    public List<JsonObject> Files { get; } = [];

    public List<(string Name, string User)> Reactions { get; } = [];

    /// <summary>Oldest first.</summary>
    public List<(string Text, JsonArray Blocks)> Shown { get; } = [];

    public string Text => Shown[^1].Text;
    public JsonArray Blocks => Shown[^1].Blocks;
    public int Edits => Shown.Count - 1;
}

/// <summary>A modal or a home tab.</summary>
sealed class FakeView(string id, JsonObject content)
{
    public string Id { get; } = id;
    public JsonObject Content { get; set; } = content;
    public string? User { get; set; }

    /// <summary>The modal at the bottom of the stack; null: this one.</summary>
    public string? Root { get; set; }

    /// <summary>The modal right below; null: none.</summary>
    public string? Below { get; set; }

    public string Trigger { get; set; } = "";
}

/// <summary>Slack's <c>"ok": false</c>.</summary>
sealed class FakeRefusal(string code) : Exception(code)
{
    /// <summary>What the answer says besides.</summary>
    public (string Name, JsonNode Value)? More { get; init; }
}
