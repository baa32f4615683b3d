using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;
using IncidentBot.Slack;

namespace IncidentBot.Peers.Slack;

/// <summary>How an incident begins in Slack, with the bot as a process and three people, to be looked at.</summary>
sealed class StoryInAChannel : IAsyncDisposable
{
    const string Ada = "U0ADA";
    const string Grace = "U0GRACE";
    const string Kofi = "U0KOFI";

    const string Organisation =
        """
        people:
          ada: { name: Ada, accounts: { slack: U0ADA } }
          grace: { name: Grace, accounts: { slack: U0GRACE } }
          kofi: { name: Kofi, accounts: { slack: U0KOFI } }
        services:
          checkout: { name: Checkout, tier: 1, runbook: "https://wiki.shop.example/runbooks/checkout" }
        """;

    readonly Folder folder = new();
    FakeSlack slack = null!;
    BotProcess bot = null!;
    int happened;

    /// <summary>What bears the button of a live card, in the incident's own channel.</summary>
    FakeMessage? Card => Channel?.Messages.FirstOrDefault(one => Channel.Pins.Contains(one.Ts));

    FakeChannel? Channel =>
        slack.Channels.FirstOrDefault(one => one.Name.StartsWith("inc-1-", StringComparison.Ordinal));

    public static async Task<StoryInAChannel> Live()
    {
        var story = new StoryInAChannel { slack = await FakeSlack.Start() };
        foreach (var (id, name) in new[] { (Ada, "Ada"), (Grace, "Grace"), (Kofi, "Kofi") })
            story.slack.AddUser(id, name);
        story.bot = await BotProcess.Start(story.folder.Path, [
            ("Organisation__File", story.folder.Write("shop.yaml", Organisation)),
            ("PublicUrl", "https://incidents.shop.example"),
            .. story.slack.Settings.Select(one => (one.Item1.Replace(":", "__", StringComparison.Ordinal), one.Item2)),
        ]);
        await story.Unfold();
        return story;
    }

    async Task Unfold()
    {
        var general = slack.AddChannel("general", false, FakeSlack.Bot, Ada, Grace, Kofi);
        await Types(Ada, "declare sev1 service:checkout Nobody can pay: the checkout answers 503", general);
        await slack.Until(() => Card is not null && Channel!.Members.Contains(Ada) && Channel.Bookmarks.Count == 2);
        var room = Channel!;
        room.Members.AddRange([Grace, Kofi]);
        await Happens(new() { ["type"] = "member_joined_channel", ["user"] = Grace, ["channel"] = room.Id });
        await slack.Until(() => slack.Channels.Any(one => one.With == Grace && one.Messages.Count > 0));

        await Types(Grace, "lead", room);
        await Types(Grace, "ack", room);
        await slack.Until(() => Card!.Text.Contains("Lead: Grace", StringComparison.Ordinal));
        await Says(Kofi, "The gateway refuses every card since the release of 3 o'clock.", room);
        var found = await Says(Kofi, "`payment-gw` is killed for want of memory 20 s after each start.", room);
        await Says(Grace, "Then back to the release of yesterday. Kofi, do you start it?", room);
        slack.React(found, Grace, "pushpin", true);
        await Happens(new()
        {
            ["type"] = "reaction_added",
            ["user"] = Grace,
            ["reaction"] = "pushpin",
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = room.Id, ["ts"] = found.Ts },
        });
        await Types(Grace, "status identified", room);
        await Types(
            Grace, "update We are going back to yesterday's release; half of all payments work again. next 30m", room);
        await slack.Until(() => Card!.Text.Contains("half of all payments", StringComparison.Ordinal));
        await Says(Kofi, "Done, no pod was killed for five minutes.", room);
    }

    /// <summary>The incident's own channel, as Grace sees it.</summary>
    public string Room => Picture(Channel!);

    /// <summary>What the bot told Grace alone.</summary>
    public string Direct => Picture(slack.Direct(Grace));

    string Picture(FakeChannel channel) => new JsonObject
    {
        ["name"] = channel.With is null ? $"# {channel.Name}" : "IncidentBot",
        ["topic"] = channel.Topic,
        ["members"] = channel.With is null ? channel.Members.Count : null,
        ["bookmarks"] = new JsonArray([.. channel.Bookmarks.Select(one => one["title"]!.DeepClone())]),
        ["people"] = new JsonObject { [Ada] = "Ada", [Grace] = "Grace", [Kofi] = "Kofi" },
        ["channels"] = new JsonArray(
            [.. slack.Channels.Select(one => new JsonObject { ["id"] = one.Id, ["name"] = one.Name })]),
        ["messages"] = new JsonArray(
            [.. channel.Messages.Where(one => one.Only is null or Grace).Select(one => Show(channel, one))]),
    }.ToJsonString();

    static JsonObject Show(FakeChannel channel, FakeMessage message) => new JsonObject
    {
        ["by"] = message.By == FakeSlack.Bot ? null : message.By,
        ["at"] = $"{DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(message.Ts, CultureInfo.InvariantCulture)):O}",
        ["text"] = message.Text,
        ["blocks"] = message.Blocks.DeepClone(),
        ["pinned"] = channel.Pins.Contains(message.Ts),
        ["only"] = message.Only is not null,
        ["reactions"] = new JsonArray([.. message.Reactions.Select(one => (JsonNode)one.Name)]),
    };

    async Task<FakeMessage> Says(string who, string words, FakeChannel where)
    {
        var message = slack.Say(where, who, words);
        await Happens(new()
        {
            ["type"] = "message",
            ["channel"] = where.Id,
            ["channel_type"] = "channel",
            ["user"] = who,
            ["text"] = words,
            ["ts"] = message.Ts,
        });
        return message;
    }

    /// <summary>A slash command; the answer is seen by nobody else.</summary>
    async Task Types(string who, string text, FakeChannel where)
    {
        var answer = await Sent(Signed.Fields(
            ("team_id", FakeSlack.Team), ("api_app_id", FakeSlack.App), ("user_id", who), ("user_name", who),
            ("channel_id", where.Id), ("channel_name", where.Name), ("command", "/incident"), ("text", text),
            ("trigger_id", slack.NewTrigger()), ("response_url", $"{slack.NewReplyAddress(who)}")));
        if (answer?["blocks"] is not JsonArray blocks)
            return;
        var shown = slack.Say(where, FakeSlack.Bot, (string)answer["text"]!);
        shown.Only = who;
        shown.Shown.Add((shown.Text, blocks.DeepClone().AsArray()));
    }

    async Task Happens(JsonObject what)
    {
        what["event_ts"] ??= $"1800000000.{++happened:D6}";
        await Sent(Signed.Of(new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = FakeSlack.Team,
            ["api_app_id"] = FakeSlack.App,
            ["event_id"] = $"Ev{++happened}",
            ["event_time"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            ["event"] = what,
        }.ToJsonString(), Signed.Json));
    }

    async Task<JsonNode?> Sent(Signed request)
    {
        using var answer = await request.To(bot.Http);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {said}\n{bot.Output}");
        return said == "" ? null : JsonNode.Parse(said);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
        folder.Dispose();
    }
}
