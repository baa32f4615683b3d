using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;

namespace IncidentBot.Peers;

/// <summary>A real mail server takes invitations from the bot, and libraries that others read mail and calendars with understand them.</summary>
public class InvitingByMail
{
    [Fact]
    public async Task To_a_meeting_that_moves_and_is_canceled()
    {
        using var folder = new Folder();
        folder.Write("organisation.yaml", """
            people:
              ada: { name: Ada Lovelace, mail: ada@shop.example, zone: Europe/Berlin }
              kofi: { name: Kofi, mail: gone@shop.example }
            """);
        await using var server = await NodeProgram.Start("mail.mjs");
        using var http = new HttpClient { BaseAddress = server.Address };
        await using var bot = await BotProcess.Start(
            folder.Path, ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{(await State(http))["port"]}"), ("Mail__From", "IncidentBot <incidents@shop.example>"),
            ("Mail__User", "bot"), ("Mail__Password", "a-secret-word"));
        await bot.Http.Declared("Prüfen & zahlen <b>geht</b> nicht");
        foreach (var line in new[] { "role manager @ada", "task add call the bank @kofi", "resolve made room", "review 2130-01-31 14:05" })
            (await bot.Http.Command("INC-1", line)).EnsureSuccessStatusCode();
        await bot.Until("she is invited", async () => Taken(await State(http)).Length == 1);
        (await bot.Http.Command("INC-1", "review 2130-02-01 09:00")).EnsureSuccessStatusCode();
        await bot.Until("it is moved", async () => Taken(await State(http)).Length == 2);
        (await bot.Http.Command("INC-1", "review waive it is clear")).EnsureSuccessStatusCode();
        await bot.Until("it is canceled", async () => Taken(await State(http)).Length == 3);

        var mails = Taken(await State(http));
        Assert.All(mails, mail => Assert.Equal("ada@shop.example", (string?)mail["to"]!.AsArray().Single()));
        Assert.Equal("Review of INC-1: Prüfen & zahlen <b>geht</b> nicht", (string?)mails[0]["subject"]);
        Assert.Equal("\"IncidentBot\" <incidents@shop.example>", (string?)mails[0]["from"]);
        Assert.Contains("fen &amp; zahlen &lt;b&gt;geht&lt;/b&gt; nicht", (string?)mails[0]["html"]);
        Assert.Contains("2130-01-31 15:05 (Europe/Berlin), 2130-01-31 14:05 UTC", (string?)mails[0]["text"]);
        Assert.Contains("Who: Ada Lovelace, Kofi\n", (string?)mails[0]["text"]);
        Assert.Equal(3, mails.Select(mail => (string?)mail["id"]).Distinct().Count());
        var entries = mails.Select(mail => mail["entry"]!).ToArray();
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], entries.Select(one => (string?)one["method"]));
        Assert.Equal([0, 1, 2], entries.Select(one => (int)one["sequence"]!));
        Assert.Single(entries.Select(one => (string?)one["uid"]).Distinct());
        Assert.Equal(("2130-02-01T09:00:00.000Z", "2130-02-01T10:00:00.000Z"), ((string?)entries[1]["start"], (string?)entries[1]["end"]));
        Assert.Equal(("mailto:incidents@shop.example", "mailto:ada@shop.example", "TRUE", "NEEDS-ACTION", 0), (
            (string?)entries[0]["organizer"], (string?)entries[0]["attendee"], (string?)entries[0]["rsvp"], (string?)entries[0]["partstat"], (int)entries[0]["others"]!));
        var refused = (await bot.Http.All("/api/v1/deliveries")).First(one => (string?)one["outcome"] == "undeliverable");
        Assert.Contains("550", $"{refused}");
        foreach (var secret in new[] { "a-secret-word", "ada@shop", "gone@shop", "incidents@shop" })
            Assert.DoesNotContain(secret, bot.Output);
    }

    static async Task<JsonNode> State(HttpClient http) => (await http.GetFromJsonAsync<JsonNode>("/"))!;

    static JsonNode[] Taken(JsonNode state) => [.. state["taken"]!.AsArray().Select(one => one!)];
}
