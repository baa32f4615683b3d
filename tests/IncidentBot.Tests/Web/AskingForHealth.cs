using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Storage;
using IncidentBot.Support;
using IncidentBot.Web.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Web;

public sealed class AskingForHealth : IDisposable
{
    readonly FakeTimeProvider clock = new(new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
    readonly WebBot bot;

    public AskingForHealth() => bot = new(services => services.AddSingleton<TimeProvider>(clock));

    [Fact]
    public async Task says_that_it_lives_and_is_ready()
    {
        Assert.Equal("alive", (string?)(await bot.Read("/health/live"))["status"]);

        var ready = await bot.Read("/health/ready");
        Assert.Equal("ready", (string?)ready["status"]);
        Assert.Equal(["database", "pumps", "clock"], ready["parts"]!.AsArray().Select(part => (string?)part!["name"]));
    }

    [Fact]
    public async Task turns_unready_with_the_part_and_since_when_once_a_loop_stalls_and_back()
    {
        var heartbeats = bot.Services.GetRequiredService<Heartbeats>();
        heartbeats.Beat("a-loop");
        clock.Advance(Heartbeats.Longest);
        Assert.Equal(HttpStatusCode.OK, (await Ready()).Status);

        clock.Advance(TimeSpan.FromSeconds(1));
        var (status, body) = await Ready();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("not ready", (string?)body["status"]);
        var part = Assert.Single(body["parts"]!.AsArray(), part => !(bool)part!["ok"]!)!;
        Assert.Equal("pumps", (string?)part["name"]);
        Assert.Contains("a-loop", (string?)part["reason"], StringComparison.Ordinal);
        Assert.Equal("2030-01-02T03:05:06.000Z", (string?)part["since"]);

        clock.Advance(TimeSpan.FromSeconds(30));
        heartbeats.Beat("a-loop");
        Assert.DoesNotContain("a-loop", (await Ready()).Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task tells_nothing_of_why_the_database_is_away()
    {
        var readiness = new Readiness([new Broken(new InvalidOperationException("Host=db;Password=hunter2"))], clock);

        var body = await readiness.Check(default);

        var part = Assert.Single(body.Parts);
        Assert.False(part.Ok);
        Assert.Equal("It can't be reached.", part.Reason);
    }

    [Fact]
    public async Task does_not_wait_for_a_part_that_never_answers()
    {
        var readiness = new Readiness([new Broken(null)], clock);

        var check = readiness.Check(default);
        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("It does not answer in time.", Assert.Single((await check).Parts).Reason);
    }

    async Task<(HttpStatusCode Status, JsonNode Body)> Ready()
    {
        using var answer = await bot.Get("/health/ready");
        return (answer.StatusCode, await WebBot.Json(answer));
    }

    public void Dispose() => bot.Dispose();

    /// <param name="with">Null: it never answers.</param>
    sealed class Broken(Exception? with) : IVital
    {
        public string Name => "database";

        public Task<string?> Flaw(CancellationToken ct) =>
            with is null ? new TaskCompletionSource<string?>().Task : Task.FromException<string?>(with);
    }
}
