using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;
using IncidentBot.Slack.Setup;

namespace IncidentBot.Peers.Slack;

/// <summary>An incident's life, as a workspace that somebody else wrote shows it: the whole bot, driven over its API.</summary>
public sealed class LivingThroughAnIncident : IAsyncLifetime
{
    readonly Folder folder = new();
    Emulator slack = null!;
    BotProcess bot = null!;
    string ann = "";

    public async Task InitializeAsync()
    {
        slack = await Emulator.Start([.. Scope.All.Select(scope => scope.Name)], "ann", "bob");
        ann = await slack.IdOf("ann");
        var file = folder.Write("people.yaml", $$"""
            people:
              ann: { name: Ann, accounts: { slack: {{ann}} } }
              eve: { name: Eve, accounts: { slack: U0NOTHERE } }
            """);
        bot = await BotProcess.Start(folder.Path, [("Organisation__File", file), .. slack.Settings]);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Its_channel_shows_how_it_stands_and_is_put_away_when_it_is_over()
    {
        await bot.Http.Declared("checkout <!channel> is *down*", "sev1");
        await Command("INC-1", "lead @ann");
        await bot.Until("the channel says who leads", async () =>
            Topic(await Channel("inc-1-checkout-channel-is-down")).Contains("lead Ann", StringComparison.Ordinal)
            && Members(await Channel("inc-1-checkout-channel-is-down")).Contains(ann));

        var channel = await Channel("inc-1-checkout-channel-is-down");
        await Shows(channel, "Investigating");
        await Shows(await Channel("incidents"), "Investigating");
        await bot.Until("the card is pinned", async () =>
            (await In(channel, "pins")).Select(pin => (string?)pin["message_ts"]).SequenceEqual([(string?)(await Card(channel))?["ts"]]));
        await bot.Until("the web room is a bookmark", async () =>
            (await In(channel, "bookmarks")).Any(one => $"{one["link"]}".EndsWith("/incidents/INC-1", StringComparison.Ordinal)));
        await bot.Until("who leads is told so", async () => (await slack.All("messages")).Any(one => $"{one["text"]}".Contains("lead", StringComparison.Ordinal)
            && $"{one["channel_id"]}".StartsWith('D')));

        await Command("INC-1", "ack");
        await Command("INC-1", "resolve rolled back");
        await Shows(channel, "Resolved");
        await Shows(await Channel("incidents"), "Resolved");
        Assert.Single(await slack.All("channels"), one => $"{one["name"]}".StartsWith("inc-1", StringComparison.Ordinal));
        Assert.Single(await In(channel, "messages"), IsCard);
        Assert.DoesNotContain(await slack.All("messages"), one => $"{one["text"]}".Contains("<!channel>", StringComparison.Ordinal));

        await bot.Http.Declared("a drill", "sev2");
        await bot.Until("the second channel is there", async () => await Channel("inc-2-a-drill") is not null);
        await Command("INC-2", "cancel a false alarm");
        await Command("INC-2", "archive");
        await bot.Until("it is archived", async () => (bool?)(await Channel("inc-2-a-drill"))?["is_archived"] is true);
        Assert.DoesNotContain(bot.Output.Split('\n'), line => line.Contains(": never (", StringComparison.Ordinal) || line.Contains(": broke (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_is_taken_a_person_who_is_not_there_and_a_private_one_are_no_trouble()
    {
        await slack.As("bob", "conversations.create", new { name = "inc-1-payments" });

        await bot.Http.Declared("payments", "sev1");
        await Command("INC-1", "lead @eve");
        await Command("INC-1", "join @ann");
        await bot.Until("ann is in the channel", async () => Members(await Channel("inc-1-payments-2")).Contains(ann));

        await Command("INC-1", "private");
        await bot.Until("a private one goes on", async () =>
            (await slack.All("channels")).Any(one => $"{one["name"]}" == "inc-1-payments-3" && (bool)one["is_private"]!));
        await bot.Until("there is nothing to see in the old one", async () =>
            $"{(await Card(await Channel("inc-1-payments-2")))?["text"]}".Contains("nothing to see", StringComparison.Ordinal));
    }

    async Task Command(string reference, string line)
    {
        var answer = await bot.Http.Command(reference, line);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    Task Shows(JsonNode? channel, string words) => bot.Until($"{channel?["name"]} shows {words}", async () =>
        $"{(await Card(channel))?["text"]}".Contains(words, StringComparison.Ordinal));

    async Task<JsonNode?> Channel(string name) => (await slack.All("channels")).FirstOrDefault(one => $"{one["name"]}" == name);

    async Task<IReadOnlyList<JsonNode>> In(JsonNode? channel, string kind) =>
        [.. (await slack.All(kind)).Where(one => $"{one["channel_id"]}" == $"{channel?["channel_id"]}")];

    async Task<JsonNode?> Card(JsonNode? channel) => (await In(channel, "messages")).FirstOrDefault(IsCard);

    static bool IsCard(JsonNode message) =>
        $"{message["metadata"]?["event_payload"]?["key"]}".Split('/') is [_, "card", ..];

    static string Topic(JsonNode? channel) => $"{channel?["topic"]?["value"]}";

    static IEnumerable<string> Members(JsonNode? channel) => channel?["members"]?.AsArray().Select(one => $"{one}") ?? [];
}
