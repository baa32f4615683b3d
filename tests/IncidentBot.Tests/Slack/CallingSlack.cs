using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Slack.Calls;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Slack;

/// <summary>One call of the Web API, and what Slack and the way there do to it.</summary>
public sealed class CallingSlack : IAsyncLifetime
{
    readonly FakeTimeProvider clock = new(new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
    FakeSlack slack = null!;
    SlackApi api = null!;

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.Start(clock);
        api = Api(FakeSlack.BotToken);
    }

    public async Task DisposeAsync()
    {
        api.Dispose();
        await slack.DisposeAsync();
    }

    SlackApi Api(string token) => new(new(token, null, null, slack.ApiUrl, "incidents", "/incident"), new(clock), clock);

    [Theory]
    [InlineData("conversations.create")]
    [InlineData("conversations.list")]
    public async Task It_is_understood_as_JSON_and_as_a_form(string method)
    {
        await api.Call("conversations.create", new { name = "a-channel", is_private = true }, default);

        var answer = await api.Call(method, new { name = "b", types = "private_channel", limit = 5, cursor = (string?)null }, default);

        Assert.True(answer.GetProperty("ok").GetBoolean());
        Assert.DoesNotContain("cursor", slack.Calls[^1].Arguments);
    }

    [Fact]
    public async Task A_no_bears_its_code()
    {
        var no = await Assert.ThrowsAsync<ChatRefusedException>(
            () => api.Call("chat.postMessage", new { channel = "C404", text = "hello" }, default));

        Assert.Equal("channel_not_found", SlackException.CodeIn(no));
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        slack.Faults = _ => new Fault.Error("missing_scope", "pins:write");

        var no = await Assert.ThrowsAsync<ChatRefusedException>(() => api.Call("pins.add", new { }, default));

        Assert.Contains("pins:write", no.Message);
    }

    [Fact]
    public async Task A_dead_token_gives_up_nothing()
    {
        using var other = Api("xoxb-revoked");

        var later = await Assert.ThrowsAsync<ChatUnavailableException>(() => other.Call("auth.test", new { }, default));

        Assert.NotNull(later.RetryAfter);
        Assert.Contains("Slack:BotToken", later.Message);
        Assert.DoesNotContain("xoxb-revoked", $"{later}");
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(503, """{"ok":false,"error":"service_unavailable"}""")]
    [InlineData(200, "<html>maintenance</html>")]
    [InlineData(200, """{"ok":""")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"fine":true}""")]
    [InlineData(302, "")]
    [InlineData(404, "not here")]
    [InlineData(200, """{"ok":false,"error":"internal_error"}""")]
    public async Task It_may_work_later_when_Slack_answers(int status, string body)
    {
        slack.Faults = _ => new Fault.Answer(status, body);

        await Assert.ThrowsAsync<ChatUnavailableException>(() => api.Call("auth.test", new { }, default));
    }

    [Fact]
    public async Task It_may_work_later_when_the_answer_is_lost()
    {
        slack.Faults = _ => new Fault.AnswerLost();

        await Assert.ThrowsAsync<ChatUnavailableException>(() => api.Call("auth.test", new { }, default));
    }

    [Fact]
    public async Task It_may_work_later_when_nothing_comes_in_time()
    {
        slack.Faults = _ => new Fault.Hangs();

        var call = api.Call("auth.test", new { }, default);
        await slack.Called();
        clock.Advance(TimeSpan.FromSeconds(9));

        await Assert.ThrowsAsync<ChatUnavailableException>(() => call);
    }

    [Fact]
    public async Task Whoever_calls_it_off_is_told_so()
    {
        slack.Faults = _ => new Fault.Hangs();
        using var stop = new CancellationTokenSource();

        var call = api.Call("auth.test", new { }, stop.Token);
        await slack.Called();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        slack.Faults = _ => new Fault.Answer(200, $$"""{"ok":true,"more":"{{new string('x', 1024 * 1024)}}"}""");

        await Assert.ThrowsAsync<ChatRefusedException>(() => api.Call("auth.test", new { }, default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(600)]
    public async Task It_keeps_silent_for_as_long_as_Slack_asks(int seconds)
    {
        slack.Faults = _ => new Fault.Limited(seconds);
        var asked = await Assert.ThrowsAsync<ChatUnavailableException>(() => Post("C1"));
        Assert.Equal(TimeSpan.FromSeconds(seconds), asked.RetryAfter);
        slack.Faults = _ => null;

        clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(500));
        var early = Post(slack.AddChannel("here", false, FakeSlack.Bot).Id);
        await early;        // another channel isn't meant
        var held = Post("C1");
        Assert.Equal(2, slack.Calls.Count);

        clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ChatRefusedException>(() => held);      // it went out: there is no such channel
        Assert.Equal(3, slack.Calls.Count);
    }

    Task<System.Text.Json.JsonElement> Post(string channel) =>
        api.Call("chat.postMessage", new { channel, text = "hello", blocks = new JsonArray() }, default);
}
