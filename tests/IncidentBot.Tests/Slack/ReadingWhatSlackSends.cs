using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Wire;
using IncidentBot.Support;
using IncidentBot.Wire;

namespace IncidentBot.Slack;

/// <summary>Every payload of the reference, as Slack's own programs have it in their tests.</summary>
public sealed class ReadingWhatSlackSends
{
    const string Folder = "tests/IncidentBot.Tests/Slack/Payloads";

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is read of each kind, and the fields of it that the bot goes by.</summary>
    static readonly (string Files, Type Kind, string[] Used)[] Kinds =
    [
        ("slash_command", typeof(Typed),
            ["user_id", "user_name", "channel_id", "channel_name", "text", "trigger_id", "response_url", "team_id",
                "enterprise_id", "api_app_id"]),
        ("block_actions", typeof(Pressed),
            ["user.id", "user.username", "user.team_id", "channel.id", "channel.name", "trigger_id", "response_url",
                "actions.0.action_id", "actions.0.value", "actions.0.action_ts", "team.id", "team.enterprise_id",
                "enterprise.id", "api_app_id"]),
        ("view_submission", typeof(Submitted),
            ["user.id", "user.team_id", "trigger_id", "view.id", "view.hash", "view.callback_id", "view.private_metadata",
                "view.app_installed_team_id", "view.state.values.hspI.maBWU.value", "view.state.values.zniAM.qEJr.value",
                "view.state.values.+5B.MMKH.value", "view.state.values.task_author_input.task_author.value"]),
        ("block_suggestion", typeof(Searching), ["user.id", "user.team_id", "action_id", "value", "team.id"]),
        ("shortcut", typeof(Chosen), ["user.id", "callback_id", "trigger_id", "action_ts", "team.id"]),
        ("message_action", typeof(Chosen),
            ["user.id", "callback_id", "trigger_id", "action_ts", "channel.id", "channel.name", "message.ts", "message.text",
                "message.user", "response_url"]),
        ("url_verification", typeof(Challenge), ["challenge"]),
        ("event.app_mention", typeof(Event.Mentioned), ["event.user", "event.text", "event.ts", "event.channel"]),
        ("go.app_mention", typeof(Event.Mentioned),
            ["event.user", "event.user_team", "event.text", "event.ts", "event.thread_ts", "event.channel"]),
        ("event.message-", typeof(Event.Said), ["event.user", "event.text", "event.ts", "event.channel"]),
        ("event.message.file_share", typeof(Event.Said), ["event.user", "event.files.0.name", "event.files.0.permalink", "event.ts", "event.channel"]),
        ("event.message.message_changed", typeof(Event.Said),
            ["event.message.user", "event.message.text", "event.previous_message.ts", "event.channel", "event.subtype"]),
        ("event.message.message_deleted", typeof(Event.Said), ["event.previous_message.ts", "event.channel", "event.subtype"]),
        ("event.message.", typeof(Event.Said),
            ["event.user", "event.text", "event.ts", "event.thread_ts", "event.channel", "event.subtype"]),
        ("event.reaction_added", typeof(Event.Marked),
            ["event.user", "event.reaction", "event.item.channel", "event.item.ts", "authorizations.0.team_id"]),
        ("go.pin_added", typeof(Event.Marked), ["event.user", "event.channel_id", "event.item.message.ts"]),
        ("event.app_home_opened", typeof(Event.HomeOpened), ["event.user", "event.channel", "event.tab"]),
        ("go.app_home_opened", typeof(Event.HomeOpened), ["event.user", "event.channel", "event.tab"]),
        ("event.member_joined", typeof(Event.Joined), ["event.user", "event.team", "event.channel", "event.inviter"]),
        ("go.member_joined", typeof(Event.Joined), ["event.user", "event.team", "event.channel", "event.inviter"]),
        ("event.member_left", typeof(Event.Left), ["event.user", "event.team", "event.channel"]),
        ("go.user_change", typeof(Event.Profile), ["event.user.id", "event.user.tz", "event.user.real_name"]),
        ("event.app_uninstalled", typeof(Event.Expelled), ["event.type"]),
        ("event.tokens_revoked", typeof(Event.Expelled), ["event.type", "event.tokens.bot.0"]),
        // What the bot has no use for: the name is enough, to say in the log that it came.
        ("event.function_executed", typeof(Event.Other), ["event.type"]),
        ("event.workflow_step", typeof(Event.Other), ["event.type"]),
        ("event.team_access", typeof(Event.Other), ["event.type"]),
        ("go.subteam", typeof(Event.Other), ["event.type"]),
        ("envelope.events_api", typeof(Event.Other), ["event.type"]),
        ("dialog_submission", typeof(Unused), ["type"]),
        ("interactive_message", typeof(Unused), ["type"]),
        ("view_closed", typeof(Unused), ["type"]),
    ];

    /// <summary>Frames of Socket Mode, which are not requests.</summary>
    static readonly string[] Frames = ["hello", "disconnect", "envelope.None"];

    static readonly IReadOnlyList<string> Names =
    [
        .. Repository.Files(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !Frames.Any(frame => name.StartsWith(frame, StringComparison.Ordinal))),
    ];

    public static TheoryData<string> Payloads => [.. Names];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void keeps_everything_the_bot_goes_by(string name)
    {
        var payload = Load(name);
        var (_, kind, used) = Kinds.First(one => name.StartsWith(one.Files, StringComparison.Ordinal));

        var read = Reading.Of(Body(payload));

        var what = read is Happened { What: var inner } ? inner : (object)read;
        Assert.IsType(kind, what);
        var printed = JsonSerializer.Serialize<object>(read, Plain) + JsonSerializer.Serialize(what, Plain);
        Assert.Empty(
            from path in used
            let value = At(payload, path)
            where value is JsonValue && !printed.Contains(value.ToJsonString(Plain).Trim('"'), StringComparison.Ordinal)
            select $"{path} = {value.ToJsonString(Plain)} is lost in {printed}");
    }

    /// <summary>What the bot leaves behind, and why; a name that Slack adds has to be put somewhere.</summary>
    static readonly Dictionary<string, string[]> LeftBehind = new()
    {
        ["said by what it is read as"] = ["type", "event_time", "is_enterprise_install", "command"],
        ["Slack's own bookkeeping"] =
        [
            "token", "authed_users", "event_context", "event_ts", "client_msg_id", "action_token", "domain", "team_domain",
            "edited", "oauth", "trigger_actions_on", "blah",
        ],
        ["a name beside an id that is kept"] = ["enterprise_name", "enterprise.name", "bot_profile", "event.username", "authorizations.user_id"],
        ["that an app wrote it is kept, not which"] = ["event.bot_id", "view.bot_id"],
        ["the same as the text beside it, in Slack's own form"] = ["blocks", "attachments"],
        ["drawn by the bot itself, which knows it"] =
        [
            "view.title", "view.submit", "view.close", "block_id", "actions.text", "container.message_ts", "container.view_id",
        ],
        ["of a place that is only asked what it could be"] = ["view.id", "view.hash", "view.callback_id", "view.root_view_id"],
        ["of a home tab, which is drawn anew"] = ["event.view"],
        ["the event of the change has a name of its own; the message's is kept"] = ["event.ts"],
        ["asked of Slack when it is wanted"] =
        [
            "event.item.message", "event.item_user", "event.item.channel_type", "event.previous_message", "event.root", "event.channel_type",
            "user.profile", "event.user.color", "event.user.tz_label",
        ],
        ["of a file its name and where it is are kept"] = ["files"],
        ["of an answer in another channel, which no form of the bot's asks for"] = ["response_urls"],
        ["workflows are no part of the bot"] = ["workflow_step"],
    };

    /// <summary>With the list above and nothing else: whatever is in a payload is either kept or left behind for a reason.</summary>
    [Fact]
    public void loses_nothing_but_what_it_has_no_use_for()
    {
        var forgotten = LeftBehind.Values.SelectMany(names => names).ToArray();
        var lost =
            from name in Names
            let payload = Load(name)
            let read = Reading.Of(Body(payload))
            let what = read is Happened { What: var inner } ? inner : (object)read
            // Of what the bot doesn't use at all the name is enough.
            where what is not (Unused or Event.Other)
            let printed = JsonSerializer.Serialize<object>(read, Plain) + JsonSerializer.Serialize(what, Plain)
            from leaf in Leaves(payload, [])
            where !forgotten.Any(one => $".{string.Join('.', leaf.Path)}.".Contains($".{one}.", StringComparison.Ordinal))
                && !printed.Contains(leaf.Text, StringComparison.Ordinal)
            select $"{name.Split('-')[0]}: {string.Join('.', leaf.Path)}";
        Assert.Equal("", string.Join('\n', lost.Distinct()));
    }

    /// <summary>Every text and number, and the names that lead there.</summary>
    static IEnumerable<(string[] Path, string Text)> Leaves(JsonNode? node, string[] path) => node switch
    {
        JsonObject json => json.SelectMany(one => Leaves(one.Value, [.. path, one.Key])),
        JsonArray array => array.SelectMany(one => Leaves(one, path)),
        JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number =>
            $"{value}" == "" ? [] : [(path, value.ToJsonString(Plain).Trim('"'))],
        _ => [],
    };

    [Fact]
    public void finds_each_field_that_it_claims_to_use_somewhere() => Assert.Empty(
        from kind in Kinds
        from path in kind.Used
        where !Names.Any(row => row.StartsWith(kind.Files, StringComparison.Ordinal)
            && At(Load(row), path) is JsonValue)
        select $"{kind.Files} never has {path}");

    [Fact]
    public void reads_every_kind_of_answer_of_a_form()
    {
        var window = ((Submitted)Reading.Of(Body(JsonNode.Parse("""
            { "type": "view_submission", "user": { "id": "U1" }, "view": { "id": "V1", "type": "modal",
              "root_view_id": "V0", "previous_view_id": "V0",
              "blocks": [ { "type": "section", "block_id": "intro" }, { "type": "input", "block_id": "title" } ],
              "state": { "values": {
                "title": { "text": { "type": "plain_text_input", "value": "it is down" } },
                "empty": { "text": { "type": "plain_text_input", "value": null } },
                "severity": { "choice": { "type": "static_select", "selected_option": { "value": "SEV1" } } },
                "none": { "choice": { "type": "static_select", "selected_option": null } },
                "services": { "choices": { "type": "multi_static_select", "selected_options": [ { "value": "a" }, { "value": "b" } ] } },
                "private": { "choices": { "type": "checkboxes", "selected_options": [ { "value": "yes" } ] } },
                "unticked": { "choices": { "type": "checkboxes", "selected_options": [] } },
                "who": { "person": { "type": "users_select", "selected_user": "U2" } },
                "day": { "date": { "type": "datepicker", "selected_date": "2030-01-02" } },
                "at": { "moment": { "type": "datetimepicker", "selected_date_time": 1893553200 } },
                "odd": { "text": { "type": "plain_text_input", "value": { "no": "text" } } },
                "odder": [ 1 ] } } } }
            """)!))).Window;

        Assert.Equal(
            [
                "at: Moment 1893553200", "day: Text 2030-01-02", "private: Text yes", "services: Text a b", "severity: Text SEV1",
                "title: Text it is down", "who: People U2",
            ],
            window.Answers.OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{one.Key}: {one.Value.Kind} {string.Join(' ', one.Value.Values)}"));
        Assert.Equal(["title"], window.Inputs);
        Assert.Equal(2, window.Depth);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("no form at all")]
    [InlineData("token=x&ssl=1")]
    [InlineData("payload=")]
    [InlineData("payload=%7B%7D&payload=%7B%7D")]
    [InlineData("payload=%7B%22type%22%3A%22view_submission%22%7D")]
    [InlineData("command=/incident&command=/other")]
    [InlineData("""{ "type": "event_callback", "type": "url_verification", "challenge": "x" }""")]
    [InlineData("""{ "type": "url_verification", "challenge": "\ud800" }""")]
    [InlineData("\u0000\u0001\u0002")]
    public void refuses_what_it_could_misread(string body) =>
        Assert.Throws<UnreadableException>(() => Reading.Of(Encoding.UTF8.GetBytes(body)) is var read && read is Unused { Kind: "" }
            ? throw new UnreadableException("It says nothing.")
            : read);

    static JsonNode Load(string name)
    {
        var payload = JsonNode.Parse(File.ReadAllText(Repository.PathOf($"{Folder}/{name}.json")))!["payload"]!;
        if (name.StartsWith("envelope", StringComparison.Ordinal))
            return payload["payload"]!;
        // slack-go keeps some events without what is around them.
        return name.StartsWith("go.", StringComparison.Ordinal) && payload["event"] is null
            ? new JsonObject { ["type"] = "event_callback", ["event_id"] = "Ev1", ["event"] = payload.DeepClone() }
            : payload;
    }

    /// <summary>As it comes over HTTP: events as JSON, interactions in a field of a form, commands as a form.</summary>
    static byte[] Body(JsonNode payload)
    {
        if (payload["command"] is not null)
            return Encoding.UTF8.GetBytes(string.Join('&', payload.AsObject()
                .Select(one => $"{one.Key}={Uri.EscapeDataString($"{one.Value}")}")));
        return Encoding.UTF8.GetBytes((string?)payload["type"] is "event_callback" or "url_verification"
            ? payload.ToJsonString()
            : $"payload={Uri.EscapeDataString(payload.ToJsonString())}");
    }

    static JsonNode? At(JsonNode? node, string path) => path.Split('.').Aggregate(node, (inner, name) => inner switch
    {
        JsonArray array => int.TryParse(name, out var at) && at < array.Count ? array[at] : null,
        JsonObject json => json[name],
        _ => null,
    });
}
