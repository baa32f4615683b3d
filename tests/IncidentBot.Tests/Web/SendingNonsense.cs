using System.Net;
using System.Net.Http.Headers;
using System.Text;
using IncidentBot.Support;

namespace IncidentBot.Web;

public sealed class SendingNonsense : IDisposable
{
    readonly WebBot bot = new();

    public static TheoryData<string, string, int> Bodies => new()
    {
        { "empty", "", 400 },
        { "half an object", """{ "title": "x" """, 400 },
        { "no object", "[]", 400 },
        { "a bare text", "\"x\"", 400 },
        { "null", "null", 400 },
        { "XML", "<title>x</title>", 400 },
        { "two objects", """{ "title": "x" }{ "title": "y" }""", 400 },
        { "a comment", """{ /* x */ "title": "x" }""", 400 },
        { "a title twice", """{ "title": "x", "title": "y" }""", 400 },
        { "a number for a title", """{ "title": 12 }""", 400 },
        { "an object for a title", """{ "title": { "x": 1 } }""", 400 },
        { "a text for a flag", """{ "title": "x", "private": "yes" }""", 400 },
        { "null for a flag", """{ "title": "x", "private": null }""", 400 },
        { "a text for a list", """{ "title": "x", "services": "checkout" }""", 400 },
        { "numbers in a list", """{ "title": "x", "services": [1] }""", 400 },
        { "a list for an object", """{ "title": "x", "fields": [] }""", 400 },
        { "a time without offset", """{ "title": "x", "startedAt": "2025-01-02T03:04:05" }""", 400 },
        { "a time that never was", """{ "title": "x", "startedAt": "2025-02-30T03:04:05Z" }""", 400 },
        { "a number for a time", """{ "title": "x", "startedAt": 0 }""", 400 },
        { "half a surrogate pair", """{ "title": "\ud800" }""", 400 },
        { "deep nesting", $$"""{ "title": "x", "y": {{new string('[', 40)}}{{new string(']', 40)}} }""", 400 },
        { "very deep nesting", new string('[', 100_000), 400 },
        { "a long title", $$"""{ "title": "{{new string('x', 201)}}" }""", 422 },
        { "a very long title", $$"""{ "title": "{{new string('x', 900_000)}}" }""", 422 },
        { "more than there is room for", $$"""{ "title": "{{new string('x', 1_100_000)}}" }""", 413 },
        { "many services", $$"""{ "title": "x", "services": ["{{string.Join("\",\"", Enumerable.Range(0, 50_000))}}"] }""", 422 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task as_a_body_is_refused_in_one_sentence_and_does_no_harm(string what, string body, int status)
    {
        using var answer = await bot.Post("/api/v1/incidents", body);

        var said = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{what}: {answer.StatusCode} {said}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(said.Length < 1000, said);
        Assert.DoesNotContain("System.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        await bot.Declare("The good one right after it");
    }

    [Theory]
    [InlineData("""{ "title": 12 }""", "title")]
    [InlineData("""{ "title": "x", "services": [1] }""", "services")]
    [InlineData("""{ "title": "x", "startedAt": "yesterday" }""", "startedAt")]
    [InlineData("""{ "title": "x", "fields": { "a": 1 } }""", "fields")]
    public async Task of_the_wrong_type_is_refused_with_the_name_of_the_field(string body, string field)
    {
        using var answer = await bot.Post("/api/v1/incidents", body);

        Assert.Equal(field, (string?)(await WebBot.Json(answer))["field"]);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/jsonp")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task that_is_not_called_JSON_is_refused(string? type)
    {
        var body = new ByteArrayContent("""{ "title": "x" }"""u8.ToArray());
        body.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        using var answer = await bot.Send(HttpMethod.Post, "/api/v1/incidents", body);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        await bot.Declare("The good one right after it");
    }

    [Fact]
    public async Task that_is_not_UTF_8_is_refused()
    {
        var body = new ByteArrayContent(Encoding.Latin1.GetBytes("""{ "title": "Käse" }"""));
        body.Headers.ContentType = new("application/json");

        using var answer = await bot.Send(HttpMethod.Post, "/api/v1/incidents", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{ "title": "x", "colour": "red", "nested": { "a": [1, 2] } }""")]
    [InlineData("\uFEFF{ \"title\": \"x\" }")]
    [InlineData("""{ "TITLE": "x", "severity": null, "services": null, "startedAt": null }""")]
    public async Task that_only_looks_like_it_is_taken(string body)
    {
        using var answer = await bot.Post("/api/v1/incidents", body);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("käse")]
    public async Task as_a_key_is_refused(string key)
    {
        using var answer = await bot.Post("/api/v1/incidents", """{ "title": "x" }""", ("Idempotency-Key", key));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Idempotency-Key", (string?)(await WebBot.Json(answer))["field"]);
    }

    [Theory]
    [InlineData("PUT", "/api/v1/incidents", 405)]
    [InlineData("DELETE", "/api/v1/incidents/INC-1", 405)]
    [InlineData("GET", "/api/v1/incidents/INC-1/commands", 405)]
    [InlineData("POST", "/health/live", 405)]
    [InlineData("BREW", "/api/v1/incidents", 405)]
    [InlineData("OPTIONS", "/api/v1/incidents", 204)]
    [InlineData("HEAD", "/api/v1/incidents", 200)]
    [InlineData("HEAD", "/health/live", 200)]
    public async Task as_a_method_is_answered_as_HTTP_has_it(string method, string address, int status)
    {
        using var answer = await bot.Send(new(method), address, null);

        Assert.Equal(status, (int)answer.StatusCode);
        if (status != 200)
            Assert.NotEmpty(answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task is_answered_with_what_browsers_must_not_do()
    {
        foreach (var address in new[] { "/api/v1/incidents", "/nowhere", "/health/live" })
        {
            using var answer = await bot.Get(address);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Contains("frame-ancestors", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    public void Dispose() => bot.Dispose();
}
