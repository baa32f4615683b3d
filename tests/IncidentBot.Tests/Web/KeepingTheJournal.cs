using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Web;

public sealed class KeepingTheJournal : IDisposable
{
    readonly WebBot bot = new();

    [Fact]
    public async Task takes_one_line_for_each_thing_that_was_asked()
    {
        var reference = await bot.Declare("Checkout is down");
        using var ack = await bot.Post($"/api/v1/incidents/{reference}/commands", """{ "line": "ack" }""");

        Assert.Collection(
            Journal(),
            line => Assert.Contains($"api:token declare on api {reference}: done in", line, StringComparison.Ordinal),
            line => Assert.Contains($"api:token ack on api {reference}: done in", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task leaves_out_everything_that_was_typed()
    {
        var desk = bot.Services.GetRequiredService<IDesk>();
        foreach (var line in new[] { "declare --private sev1 hunter2 leaked", "hunter2", "hunter2 is my password", "note INC-1 hunter2" })
            await desk.Handle(
                new(line, line, new("room:ada", "Ada"), new("room", "lobby", "lobby"), DateTimeOffset.UnixEpoch), default);

        Assert.Equal(4, Journal().Count);
        Assert.DoesNotContain(bot.Log.All, line => line.Contains("hunter2", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task counts_by_verb_surface_and_outcome_for_whoever_scrapes()
    {
        await bot.Declare("Checkout is down");

        using var answer = await bot.Get("/metrics");
        var figures = await answer.Content.ReadAsStringAsync();

        // Meters are the process's: bots of other tests may be counted in lines of their own.
        Assert.Contains(
            figures.Split('\n').Where(line => line.StartsWith("incidentbot_invocations", StringComparison.Ordinal)),
            line => line.Contains("verb=\"declare\"", StringComparison.Ordinal)
                && line.Contains("surface=\"api\"", StringComparison.Ordinal)
                && line.Contains("outcome=\"done\"", StringComparison.Ordinal));
        Assert.Contains("incidentbot_declare_duration_seconds_count", figures, StringComparison.Ordinal);
    }

    List<string> Journal() => [.. bot.Log.All.Where(line => line.Contains("IncidentBot.Web.Journal", StringComparison.Ordinal))];

    public void Dispose() => bot.Dispose();
}
