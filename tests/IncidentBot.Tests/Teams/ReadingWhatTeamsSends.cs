using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Support;
using IncidentBot.Teams.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Teams;

/// <summary>Every activity of the reference, as a Teams-like client sent it.</summary>
public sealed class ReadingWhatTeamsSends
{
    const string Folder = "tests/IncidentBot.Tests/Teams/Payloads";

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the bot goes by in every one of them.</summary>
    static readonly string[] Always =
    [
        "id", "type", "channelId", "serviceUrl", "from.id", "from.aadObjectId", "conversation.id", "recipient.id",
        "channelData.tenant.id", "channelData.team.id", "channelData.team.aadGroupId", "channelData.team.name",
        "replyToId", "localTimezone", "name",
    ];

    /// <summary>What is read of each kind, and the fields of it that the bot goes by besides.</summary>
    static readonly (string Files, Type Kind, string[] Used)[] Kinds =
    [
        ("in.message.mention", typeof(Typed), ["from.name"]),
        ("in.message.plain", typeof(Typed), ["text", "from.name"]),
        ("in.message.submit", typeof(Sent), ["value.action", "value.note", "value.incidentId"]),
        ("in.invoke.adaptiveCard-action.incident.ack", typeof(Pressed),
            [
                "value.action.verb", "value.action.data.incidentId", "value.action.data.note",
                "value.action.data.severity",
            ]),
        ("in.invoke.adaptiveCard-action", typeof(Pressed), ["value.action.verb"]),
        ("in.invoke.composeExtension-fetchTask", typeof(Chosen), ["value.commandId"]),
        ("in.invoke.composeExtension-submitAction", typeof(Completed),
            ["value.commandId", "value.data.title", "value.data.sev", "value.data.private"]),
        ("in.invoke.composeExtension-query", typeof(Searching), ["value.parameters.0.value"]),
        ("in.invoke.task-fetch", typeof(Opened), ["value.data.incidentId", "value.data.msteams.type"]),
        ("in.invoke.task-submit", typeof(Submitted), ["value.data.form", "value.data.title"]),
        ("in.messageReaction", typeof(Reacted), ["reactionsAdded.0.type", "replyToId"]),
        ("in.conversationUpdate.channel", typeof(Altered),
            ["channelData.eventType", "channelData.channel.id", "channelData.channel.name"]),
        ("in.conversationUpdate.teamDeleted", typeof(Altered), ["channelData.eventType"]),
        ("in.conversationUpdate.teamRenamed", typeof(Altered), ["channelData.eventType"]),
        ("in.conversationUpdate.teamMemberRemoved", typeof(Moved),
            ["membersRemoved.0.id", "membersRemoved.0.aadObjectId"]),
        ("in.conversationUpdate", typeof(Moved),
            ["membersAdded.0.id", "membersAdded.0.aadObjectId", "membersAdded.1.id"]),
        ("in.installationUpdate.add", typeof(Installed), ["conversation.name"]),
        ("in.installationUpdate.remove", typeof(Installed), []),
    ];

    static readonly IReadOnlyList<string> Names =
        [.. Repository.Files(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file))];

    public static TheoryData<string> Payloads => [.. Names];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void keeps_everything_the_bot_goes_by(string name)
    {
        var payload = Load(name);
        var (_, kind, used) = Kinds.First(one => name.StartsWith(one.Files, StringComparison.Ordinal));

        var read = Read(payload);

        Assert.IsType(kind, read);
        var printed = Printed(read);
        Assert.Empty(
            from path in Always.Concat(used)
            let value = At(payload, path)
            where value is JsonValue && !printed.Contains(value.ToJsonString(Plain).Trim('"'), StringComparison.Ordinal)
            select $"{path} = {value.ToJsonString(Plain)} is lost in {printed}");
        // What nobody knows yet is there, too.
        Assert.True(JsonNode.DeepEquals(payload, JsonNode.Parse(read.About.Json.GetRawText())));
    }

    [Fact]
    public void finds_each_field_that_it_claims_to_use_somewhere() => Assert.Empty(
        from kind in Kinds
        from path in kind.Used
        where !Names.Any(
            row => row.StartsWith(kind.Files, StringComparison.Ordinal) && At(Load(row), path) is JsonValue)
        select $"{kind.Files} never has {path}");

    [Theory]
    [InlineData("in.message.mention.channel", PlaceKind.Channel, "status")]
    [InlineData("in.message.mention.groupChat", PlaceKind.Group, "incident db down")]
    [InlineData("in.message.plain.personal", PlaceKind.Personal, "/incident api is down")]
    public void leaves_out_the_bots_own_name(string name, PlaceKind where, string line)
    {
        var typed = Assert.IsType<Typed>(Read(Load(name)));

        Assert.Equal((where, line), (typed.About.In.Kind, typed.Said.With(who => who.Id)));
    }

    [Fact]
    public void tells_a_channel_from_its_thread()
    {
        var place = Read(Load("in.message.mention.channel")).About.In;

        Assert.Equal(("19:inc1@thread.tacv2", "1795413199960"), (place.Room, place.Root));
    }

    [Theory]
    [InlineData("<at>IncidentBot</at>&nbsp;ack INC-1\n", "ack INC-1")]
    [InlineData("<p><at>IncidentBot</at> ack</p>", "ack")]
    [InlineData("ack <at>IncidentBot</at> INC-1 <at>IncidentBot</at>", "ack   INC-1")]
    [InlineData("<at>IncidentBot</at> lead <at>Ada Lovelace</at>", "lead @29:ada")]
    [InlineData("<at>IncidentBot</at> lead <at>Ada Lovelace</at>, please", "lead @29:ada, please")]
    [InlineData("<at>IncidentBot</at> lead <at>Nobody</at>", "lead Nobody")]
    [InlineData("<at>IncidentBot</at> declare a &lt; b &amp; c", "declare a < b & c")]
    [InlineData("<at>IncidentBot</at> declare List<int> is <b>slow</b>", "declare List<int> is slow")]
    [InlineData("<at>IncidentBot</at> note <div>one</div><div>two<br/>three</div>", "note one\ntwo\nthree")]
    [InlineData("<at>IncidentBot</at> note <img alt=\"📌\" src=\"https://x/\"> it", "note 📌 it")]
    [InlineData("<at>IncidentBot</at> note \uE0000\uE000 <at>Ada Lovelace</at>", "note 0 @29:ada")]
    [InlineData(
        "<at>IncidentBot</at> note **bold** <script>alert(1)</script>", "note **bold** <script>alert(1)</script>")]
    public void makes_plain_words_of_markup(string text, string line)
    {
        var typed = Assert.IsType<Typed>(Read(Message(text)));

        Assert.Equal(line, typed.Said.With(who => $"@{who.Id}"));
    }

    [Fact]
    public void a_mention_of_somebody_else_is_not_for_the_bot()
    {
        var message = Message("<at>Ada Lovelace</at> look, <at>IncidentBot</at>!");
        message["entities"]!.AsArray().RemoveAt(0);

        Assert.Equal(
            "@29:ada look, IncidentBot!", Assert.IsType<Overheard>(Read(message)).Said.With(who => $"@{who.Id}"));
    }

    [Fact]
    public void a_private_message_is_for_the_bot_without_its_name()
    {
        var message = Message("ack");
        message["recipient"]!["isTargeted"] = true;

        Assert.True(Assert.IsType<Typed>(Read(message)).About.Targeted);
    }

    [Fact]
    public void an_action_at_a_message_brings_the_message()
    {
        var invoke = Message("");
        (invoke["type"], invoke["name"]) = ("invoke", "composeExtension/fetchTask");
        invoke["value"] = JsonNode.Parse(
            """
            { "commandId": "declare", "commandContext": "message",
              "messagePayload": { "id": "17", "createdDateTime": "2030-01-02T03:04:05.6Z",
              "from": { "user": { "id": "aaaa-1", "displayName": "Ada", "userIdentityType": "aadUser" } },
              "body": { "contentType": "html", "content": "<div>it <b>broke</b></div>" },
              "linkToMessage": "https://teams.microsoft.com/l/message/1" } }
            """);

        var on = Assert.IsType<Chosen>(Read(invoke)).On!;

        Assert.Equal(("17", "aaaa-1", "Ada", "it broke"), (on.Id, on.By!.ObjectId, on.By.Name, on.Text));
        Assert.Equal(new DateTimeOffset(2030, 1, 2, 3, 4, 5, 600, TimeSpan.Zero), on.At!.Value);
        Assert.Equal(new Uri("https://teams.microsoft.com/l/message/1"), on.Address);
    }

    [Theory]
    [InlineData(
        """{ "type": "messageUpdate", "id": "7", "text": "new", "channelData": { "eventType": "editMessage" } }""",
        typeof(Changed))]
    [InlineData(
        """{ "type": "messageUpdate", "id": "7", "channelData": { "eventType": "softDeleteMessage" } }""",
        typeof(TakenBack))]
    [InlineData("""{ "type": "messageDelete", "id": "7" }""", typeof(TakenBack))]
    [InlineData(
        """{ "type": "messageUpdate", "id": "7", "channelData": { "eventType": "somethingNew" } }""", typeof(Unused))]
    [InlineData("""{ "type": "conversationUpdate" }""", typeof(Unused))]
    [InlineData("""{ "type": "message", "conversation": { "conversationType": "channel" } }""", typeof(Unused))]
    [InlineData("""{ "type": "invoke", "name": "somethingNew" }""", typeof(Unknown))]
    public void reads_what_the_reference_has_no_example_of(string json, Type kind) =>
        Assert.IsType(kind, Read(JsonNode.Parse(json)!.AsObject()));

    static Arrival Read(JsonNode payload) =>
        Reading.Of(Activity.Of(Json.Parse(JsonSerializer.SerializeToUtf8Bytes(payload))));

    static string Printed(Arrival read) =>
        JsonSerializer.Serialize<object>(read with { About = read.About with { Json = default } }, Printing) is var all
        && read is Typed { Said: var said } ? all + JsonSerializer.Serialize(said.Text, Plain) : all;

    static readonly JsonSerializerOptions Printing = new(Plain) { Converters = { new Gone() } };

    /// <summary>So that a field counts as read only where it has a name.</summary>
    sealed class Gone : System.Text.Json.Serialization.JsonConverter<JsonElement>
    {
        public override JsonElement Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => default;

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options)
        {
            if (value.ValueKind == JsonValueKind.Undefined)
                writer.WriteNullValue();
            else
                value.WriteTo(writer);
        }
    }

    static JsonNode Load(string name) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf($"{Folder}/{name}.json")))!["activity"]!;

    static JsonObject Message(string text) => new()
    {
        ["type"] = "message",
        ["id"] = "1",
        ["text"] = text,
        ["conversation"] = new JsonObject { ["id"] = "19:x@thread.tacv2", ["conversationType"] = "channel" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["entities"] = new JsonArray(Mention("28:bot", "IncidentBot"), Mention("29:ada", "Ada Lovelace")),
    };

    static JsonObject Mention(string id, string name) => new()
    {
        ["type"] = "mention",
        ["text"] = $"<at>{name}</at>",
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
    };

    static JsonNode? At(JsonNode? node, string path) => path.Split('.').Aggregate(node, (inner, name) => inner switch
    {
        JsonArray array => int.TryParse(name, out var at) && at < array.Count ? array[at] : null,
        JsonObject json => json[name],
        _ => null,
    });
}
