using System.Net;
using IncidentBot.Support;

namespace IncidentBot.Web;

public sealed class RunningCommandsOverTheApi : IDisposable
{
    readonly WebBot bot = new();

    [Fact]
    public async Task does_what_a_person_may_type_and_shows_the_incident_after_it()
    {
        var reference = await bot.Declare("Checkout is down");

        using var answer = await Run(reference, """{ "line": "severity sev2" }""");

        var said = await WebBot.Json(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False((bool)said["refused"]!);
        Assert.NotEqual("", (string?)said["text"]);
        Assert.Equal("SEV2", (string?)said["incident"]!["severity"]);
    }

    [Theory]
    [InlineData("/incident ack")]
    [InlineData("INC-1 ack")]
    [InlineData("ack INC-1")]
    public async Task understands_a_line_however_it_names_the_incident(string line)
    {
        var reference = await bot.Declare("Checkout is down");

        using var answer = await Run(reference, $$"""{ "line": "{{line}}" }""");

        Assert.Equal("API", (string?)(await WebBot.Json(answer))["incident"]!["acknowledgedBy"]!["name"]);
    }

    [Fact]
    public async Task says_so_when_nothing_was_done()
    {
        var reference = await bot.Declare("Checkout is down");

        using var answer = await Run(reference, """{ "line": "close" }""");

        var said = await WebBot.Json(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((bool)said["refused"]!);
        Assert.Equal("investigating", (string?)said["incident"]!["status"]);
    }

    [Fact]
    public async Task names_what_is_missing_and_takes_it_as_answers()
    {
        var reference = await bot.Declare("Checkout is down");

        using var asked = await Run(reference, """{ "line": "resolve" }""");

        var problem = await WebBot.Json(asked);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Equal("answers", (string?)problem["field"]);
        var names = problem["missing"]!.AsArray().Select(one => (string)one!["name"]!).ToList();
        Assert.NotEmpty(names);

        using var answered = await Run(reference, $$"""{ "line": "resolve", "answers": { "{{names[0]}}": "Rolled back" } }""");
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal("resolved", (string?)(await WebBot.Json(answered))["incident"]!["status"]);
    }

    [Fact]
    public async Task twice_with_one_key_has_one_effect()
    {
        var reference = await bot.Declare("Checkout is down");

        using var first = await Run(reference, """{ "line": "note it is DNS" }""", ("Idempotency-Key", "n-1"));
        using var second = await Run(reference, """{ "line": "note it is DNS" }""", ("Idempotency-Key", "n-1"));

        Assert.True(second.IsSuccessStatusCode);
        var timeline = await bot.Read($"/api/v1/incidents/{reference}/timeline");
        Assert.Single(timeline["items"]!.AsArray(), entry => (string?)entry!["kind"] == "noted");
    }

    [Theory]
    [InlineData("""{ }""")]
    [InlineData("""{ "line": " " }""")]
    [InlineData("""{ "line": "INC-2 ack" }""")]
    public async Task a_line_that_makes_no_sense_here_is_refused_with_the_fix(string body)
    {
        var reference = await bot.Declare("Checkout is down");

        using var answer = await Run(reference, body);

        var problem = await WebBot.Json(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("line", (string?)problem["field"]);
        Assert.NotNull(problem["fix"]);
    }

    Task<HttpResponseMessage> Run(string reference, string body, params (string, string)[] headers) =>
        bot.Post($"/api/v1/incidents/{reference}/commands", body, headers);

    public void Dispose() => bot.Dispose();
}
