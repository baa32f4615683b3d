using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Web;

public sealed class ReadingOverTheApi : IDisposable
{
    readonly WebBot bot = new();

    [Fact]
    public async Task a_list_comes_in_pages_that_meet()
    {
        for (var one = 1; one <= 7; one++)
            await bot.Declare($"Thing {one}");

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await bot.Read($"/api/v1/incidents?limit=3&cursor={Uri.EscapeDataString(cursor ?? "")}");
            Assert.InRange(page["items"]!.AsArray().Count, 1, 3);
            seen.AddRange(page["items"]!.AsArray().Select(Reference));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);

        Assert.Equal(7, seen.Count);
        Assert.Equal(7, seen.Distinct().Count());
    }

    [Fact]
    public async Task a_list_keeps_to_its_filters()
    {
        var bad = await bot.Declare("Bad", """, "severity": "SEV1" """);
        var over = await bot.Declare("Over", """, "severity": "SEV3" """);
        using (await bot.Post($"/api/v1/incidents/{over}/commands", """{ "line": "cancel by mistake" }"""))
            Assert.Equal([bad], await List("open=true"));

        Assert.Equal([over], await List("open=false"));
        Assert.Equal([bad], await List("severity=sev1"));
        Assert.Empty(await List("service=checkout"));
        Assert.Equal(2, (await List("")).Count);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("open=perhaps", "open")]
    [InlineData("severity=SEV9", "severity")]
    [InlineData("cursor=%00%ff", "cursor")]
    [InlineData("cursor='; DROP TABLE incidents; --", "cursor")]
    public async Task a_parameter_that_makes_no_sense_is_named(string query, string field)
    {
        using var answer = await bot.Get($"/api/v1/incidents?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (string?)(await WebBot.Json(answer))["field"]);
    }

    [Fact]
    public async Task a_timeline_tells_who_did_what_where_in_pages()
    {
        var reference = await bot.Declare("Checkout is down");
        using var note = await bot.Post($"/api/v1/incidents/{reference}/commands", """{ "line": "note looks like DNS" }""");

        var first = await bot.Read($"/api/v1/incidents/{reference}/timeline?limit=1");
        var rest = await bot.Read($"/api/v1/incidents/{reference}/timeline?cursor={first["next"]}");

        var declared = Assert.Single(first["items"]!.AsArray())!;
        Assert.Equal(1, (int)declared["id"]!);
        Assert.Equal("declared", (string?)declared["kind"]);
        Assert.Equal("api:token", (string?)declared["by"]!["id"]);
        Assert.Equal("API", (string?)declared["by"]!["name"]);
        Assert.Equal("api", (string?)declared["surface"]);
        Assert.Equal("API declared: Checkout is down", (string?)declared["text"]);
        Assert.Equal("public", (string?)declared["visibility"]);
        var noted = Assert.Single(rest["items"]!.AsArray(), entry => (string?)entry!["kind"] == "noted")!;
        Assert.Equal("internal", (string?)noted["visibility"]);
        Assert.Null(rest["next"]);
    }

    [Fact]
    public async Task a_note_that_was_hidden_is_listed_without_its_text()
    {
        var reference = await bot.Declare("Checkout is down");
        using var note = await bot.Post($"/api/v1/incidents/{reference}/commands", """{ "line": "note the-password" }""");
        using var hide = await bot.Post($"/api/v1/incidents/{reference}/commands", """{ "line": "hide 1" }""");

        var timeline = await bot.Read($"/api/v1/incidents/{reference}/timeline");

        Assert.DoesNotContain("the-password", timeline.ToJsonString());
        Assert.Contains(timeline["items"]!.AsArray(), entry => (string?)entry!["visibility"] == "hidden");
    }

    [Fact]
    public async Task what_is_private_to_others_is_not_there_at_all()
    {
        var ada = new Person("room:ada", "Ada");
        var desk = bot.Services.GetRequiredService<IDesk>();
        await desk.Handle(
            new("1", "declare sev1 --private the board leaked", ada, new("room", "lobby", "lobby"), DateTimeOffset.UnixEpoch), default);

        Assert.Empty(await List(""));
        foreach (var address in new[] { "", "/timeline" })
        {
            using var hidden = await bot.Get($"/api/v1/incidents/INC-1{address}");
            using var absent = await bot.Get($"/api/v1/incidents/INC-99{address}");
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
            Assert.Equal(await absent.Content.ReadAsStringAsync(), await hidden.Content.ReadAsStringAsync());
        }
        using var command = await bot.Post("/api/v1/incidents/INC-1/commands", """{ "line": "show" }""");
        Assert.Equal(HttpStatusCode.NotFound, command.StatusCode);
        Assert.Empty((await bot.Read("/api/v1/timers"))["items"]!.AsArray());
        Assert.DoesNotContain(bot.Log.All, line => line.Contains("the board leaked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_the_API_declared_privately_it_sees()
    {
        var reference = await bot.Declare("Secret", """, "private": true """);

        Assert.Equal([reference], await List(""));
        Assert.NotEmpty((await bot.Read("/api/v1/timers"))["items"]!.AsArray());
    }

    [Fact]
    public async Task timers_come_in_pages_the_soonest_first()
    {
        await bot.Declare("One");
        await bot.Declare("Two");

        var all = (await bot.Read("/api/v1/timers"))["items"]!.AsArray();
        var single = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await bot.Read($"/api/v1/timers?limit=1&cursor={next}");
            single.AddRange(page["items"]!.AsArray().Select(timer => timer!.ToJsonString()));
            next = (string?)page["next"];
        }

        var due = all.Select(timer => (string?)timer!["dueAt"]).ToList();
        Assert.Equal(due.Order(StringComparer.Ordinal), due);
        Assert.Contains(all, timer => (string?)timer!["kind"] == "no-lead");
        Assert.Equal(all.Select(timer => timer!.ToJsonString()), single);
    }

    [Fact]
    public async Task deliveries_are_empty_as_long_as_nobody_was_paged() =>
        Assert.Empty((await bot.Read("/api/v1/deliveries"))["items"]!.AsArray());

    [Theory]
    [InlineData("/api/v1/alerts")]
    [InlineData("/api/v1/incidents/INC-99")]
    [InlineData("/api/v1/incidents/nonsense")]
    [InlineData("/api/v1/incidents/INC-99999999999999999999")]
    [InlineData("/api/v2/incidents")]
    public async Task what_is_not_there_is_404_in_one_sentence(string address)
    {
        using var answer = await bot.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".", (string?)(await WebBot.Json(answer))["detail"]);
    }

    async Task<List<string>> List(string query) =>
        [.. (await bot.Read($"/api/v1/incidents?{query}"))["items"]!.AsArray().Select(Reference)];

    static string Reference(JsonNode? incident) => (string)incident!["reference"]!;

    public void Dispose() => bot.Dispose();
}
