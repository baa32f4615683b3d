using System.Net;
using IncidentBot.Support;

namespace IncidentBot.Web;

public sealed class DeclaringOverTheApi : IDisposable
{
    readonly WebBot bot = new();

    [Fact]
    public async Task answers_201_with_the_incident_and_where_it_is()
    {
        using var answer = await bot.Post("/api/v1/incidents", """{ "title": "Checkout is down", "severity": "sev1" }""");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var incident = await WebBot.Json(answer);
        Assert.Equal("INC-1", (string?)incident["reference"]);
        Assert.Equal("Checkout is down", (string?)incident["title"]);
        Assert.Equal("investigating", (string?)incident["status"]);
        Assert.Equal("SEV1", (string?)incident["severity"]);
        Assert.Equal("P1", (string?)incident["priority"]);
        Assert.Equal("api", (string?)incident["source"]);
        Assert.EndsWith("Z", (string?)incident["declaredAt"]);
        Assert.EndsWith("/incidents/INC-1", (string?)incident["url"]);
        Assert.Equal("/api/v1/incidents/INC-1", $"{answer.Headers.Location}");
        var found = await bot.Read($"{answer.Headers.Location}");
        // Its room may be open by now, which is a fact more.
        foreach (var seen in new[] { incident.AsObject(), found.AsObject() })
            _ = seen.Remove("rooms") && seen.Remove("version");
        Assert.Equal(incident.ToJsonString(), found.ToJsonString());
    }

    [Fact]
    public async Task with_everything_that_can_be_said_keeps_everything()
    {
        var reference = await bot.Declare("Packets get lost", """
            , "summary": "Since\nthe switch was replaced", "severity": "SEV2", "priority": "2", "category": "Network",
            "source": "smokeping", "dedupKey": "loss/eu", "private": true, "drill": true, "triage": true,
            "startedAt": "2025-01-02T15:00:00+01:00", "detectedAt": "2025-01-02T14:05:00Z"
            """);

        var incident = await bot.Read($"/api/v1/incidents/{reference}");
        Assert.Equal("Since\nthe switch was replaced", (string?)incident["summary"]);
        Assert.Equal("SEV2", (string?)incident["severity"]);
        Assert.Equal("P2", (string?)incident["priority"]);
        Assert.Equal("network", (string?)incident["category"]);
        Assert.Equal("smokeping", (string?)incident["source"]);
        Assert.True((bool)incident["private"]!);
        Assert.True((bool)incident["drill"]!);
        Assert.Equal("triage", (string?)incident["status"]);
        Assert.Equal("2025-01-02T14:00:00.000Z", (string?)incident["startedAt"]);
        Assert.Equal("2025-01-02T14:05:00.000Z", (string?)incident["detectedAt"]);
    }

    [Fact]
    public async Task again_while_the_fix_is_watched_reopens_it_and_calls_anew()
    {
        const string Alert = """{ "title": "Checkout is down", "source": "shop monitoring", "dedupKey": "checkout/5xx" }""";
        using var first = await bot.Post("/api/v1/incidents", Alert);
        await bot.Command("INC-1", "ack");
        await bot.Command("INC-1", "monitoring");

        using var again = await bot.Post("/api/v1/incidents", Alert, ("Idempotency-Key", "k-1"));
        using var repeated = await bot.Post("/api/v1/incidents", Alert, ("Idempotency-Key", "k-1"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (again.StatusCode, repeated.StatusCode));
        var incident = await WebBot.Json(again);
        Assert.Equal("INC-1", (string?)incident["reference"]);
        Assert.Equal("investigating", (string?)incident["status"]);
        Assert.Null((string?)incident["acknowledgedBy"]);
        Assert.Equal("INC-1", (string?)(await WebBot.Json(repeated))["reference"]);
        var timeline = await bot.Read("/api/v1/incidents/INC-1/timeline");
        Assert.Single(timeline["items"]!.AsArray(), entry => $"{entry!["text"]}".Contains("shop monitoring reports it again"));
        Assert.Single((await bot.Read("/api/v1/incidents"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("resolve rolled back", "checkout/5xx")]
    [InlineData("identified the cache", "checkout/5xx")]
    [InlineData("monitoring", "ledger/5xx")]
    public async Task again_in_any_other_case_is_an_incident_of_its_own(string line, string key)
    {
        using var first = await bot.Post("/api/v1/incidents", """{ "title": "Checkout is down", "dedupKey": "checkout/5xx" }""");
        await bot.Command("INC-1", line);

        using var again = await bot.Post("/api/v1/incidents", $$"""{ "title": "Checkout is down", "dedupKey": "{{key}}" }""");

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal("INC-2", (string?)(await WebBot.Json(again))["reference"]);
    }

    [Fact]
    public async Task twice_with_one_key_has_one_effect()
    {
        using var first = await bot.Post("/api/v1/incidents", """{ "title": "Once" }""", ("Idempotency-Key", "k-1"));
        using var second = await bot.Post("/api/v1/incidents", """{ "title": "Once" }""", ("Idempotency-Key", "k-1"));
        using var third = await bot.Post("/api/v1/incidents", """{ "title": "Once" }""", ("Idempotency-Key", "k-2"));

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(HttpStatusCode.Created, third.StatusCode);
        Assert.Equal("INC-1", (string?)(await WebBot.Json(second))["reference"]);
        Assert.Equal("INC-2", (string?)(await WebBot.Json(third))["reference"]);
        Assert.Equal(2, (await bot.Read("/api/v1/incidents"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task twenty_times_at_once_with_one_key_has_one_effect()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            bot.Post("/api/v1/incidents", """{ "title": "Once" }""", ("Idempotency-Key", "k-1"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Single((await bot.Read("/api/v1/incidents"))["items"]!.AsArray());
    }

    [Fact]
    public async Task the_same_thing_again_counts_as_a_recurrence()
    {
        await bot.Declare("Checkout is down", """, "dedupKey": "checkout" """);
        var again = await bot.Declare("Checkout is slow", """, "dedupKey": "checkout" """);

        Assert.Equal(1, (int)(await bot.Read($"/api/v1/incidents/{again}"))["recurrences"]!);
    }

    [Theory]
    [InlineData("""{ }""", "title")]
    [InlineData("""{ "title": "  \u0000\u200b " }""", "title")]
    [InlineData("""{ "title": "x", "severity": "SEV9" }""", "severity")]
    [InlineData("""{ "title": "x", "priority": "soon" }""", "priority")]
    [InlineData("""{ "title": "x", "category": "weather" }""", "category")]
    [InlineData("""{ "title": "x", "type": "weird" }""", "type")]
    [InlineData("""{ "title": "x", "services": ["nothing-we-run"] }""", "services")]
    [InlineData("""{ "title": "x", "services": [null] }""", "services")]
    [InlineData("""{ "title": "x", "fields": { "nosuch": "y" } }""", "fields")]
    [InlineData("""{ "title": "x", "severity": "SEV1", "priority": "P4" }""", "priority")]
    [InlineData("""{ "title": "x", "startedAt": "2999-01-01T00:00:00Z" }""", "started")]
    public async Task that_makes_no_sense_is_refused_with_the_field_and_declares_nothing(string body, string field)
    {
        using var answer = await bot.Post("/api/v1/incidents", body);

        var problem = await WebBot.Json(answer);
        Assert.True(
            answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode}: {problem} {bot.Log.Errors}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(field, (string?)problem["field"]);
        Assert.EndsWith(".", (string?)problem["detail"]);
        Assert.Empty((await bot.Read("/api/v1/incidents"))["items"]!.AsArray());
    }

    [Fact]
    public async Task a_title_of_markup_and_signs_that_nobody_can_see_is_kept_as_plain_text()
    {
        var reference = await bot.Declare("""<script>\u0000alert(1)</script> <!channel>\r\n\u202egnp.exe =1+1""");

        Assert.Equal(
            "<script>alert(1)</script> <!channel> gnp.exe =1+1",
            (string?)(await bot.Read($"/api/v1/incidents/{reference}"))["title"]);
    }

    public void Dispose() => bot.Dispose();
}
