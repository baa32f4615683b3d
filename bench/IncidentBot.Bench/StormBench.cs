using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Jobs;
using IncidentBot.Settings;
using IncidentBot.Storage;
using IncidentBot.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Bench;

/// <summary>
/// An incident that changes 300 times in a row, its card in one conversation of Teams: how many edits that is, and how
/// long after Teams' limits allow it the newest state is shown. The bot's own pumps, a Connector that counts.
/// </summary>
static class StormBench
{
    const string Channel = "19:storm@thread.tacv2";
    static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);

    /// <param name="over">How long the changes take together; the longest limits hold only in a long storm.</param>
    /// <returns>1 where it came too late, or Teams had to say that it is too much.</returns>
    public static async Task<int> Run(int changes, TimeSpan over)
    {
        var clock = TimeProvider.System;
        await using var connector = await Connector.Start();
        await using var app = await Start(Directory.CreateTempSubdirectory("storm-").FullName, connector.Url);
        await app.StartAsync();
        var store = app.Services.GetRequiredService<IIncidents>();
        var org = app.Services.GetRequiredService<Catalog.ICurrentOrganisation>();

        var said = new Declaration("change 0");
        var incident = (await store.Start(
            "storm", said.Fingerprint,
            (blank, before) => blank.Declare(
                said, before, new(TeamsIds.Platform, Channel, "storm"), org.Now,
                new(Desk.Ada, clock.GetUtcNow(), "api")), default)).Incident;
        await connector.Shows("change 0");
        var began = clock.GetTimestamp();
        for (var at = 1; at <= changes; at++)
        {
            if ((over * at / changes) - clock.GetElapsedTime(began) is { Ticks: > 0 } early)
                await Task.Delay(early, clock);
            await store.Change(
                $"storm {at}", incident.Id,
                now => now.Rename($"change {at}.", new(Desk.Ada, clock.GetUtcNow(), "api")), default);
        }
        var (done, took) = (clock.GetTimestamp(), clock.GetElapsedTime(began));
        await connector.Shows($"change {changes}.");

        var late = connector.LateSince(done);
        Console.WriteLine(
            $"{changes} changes in {took.TotalSeconds:0.0} s: {connector.Edits} edits, {connector.Refused} refused; "
                + $"the newest shown {clock.GetElapsedTime(done).TotalSeconds:0.0} s after the last change, "
                + $"{late.TotalSeconds:0.00} s after the limits allowed it");
        await app.StopAsync();
        return late <= Allowed && connector.Refused == 0 ? 0 : 1;
    }

    static async Task<WebApplication> Start(string folder, string connector)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Database:ConnectionString"] = $"Data Source={folder}/storm.db",
            ["Teams:AllowAnonymous"] = "true",
            ["Teams:ServiceUrl"] = connector,
            ["Teams:AnnounceChannel"] = "19:announcements@thread.tacv2",
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSettings(builder.Configuration);
        builder.Services.AddStorage();
        builder.Services.AddTeams(builder.Configuration);
        builder.Services.AddJobs();
        builder.Services.AddSingleton<IRoomWatch, RoomWatch>();
        var app = builder.Build();
        await app.Services.OpenStorage(default);
        return app;
    }

    /// <summary>Takes what a conversation may have, and says 429 to the rest.</summary>
    sealed class Connector(WebApplication server) : IAsyncDisposable
    {
        static readonly (int Times, TimeSpan Within)[] Limits =
        [
            (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)),
            (1800, TimeSpan.FromHours(1)),
        ];

        readonly Lock gate = new();
        readonly List<long> taken = [];
        string shown = "";
        int posted;

        public string Url => $"{server.Urls.First()}/";
        public int Edits { get; private set; }
        public int Refused { get; private set; }

        public static async Task<Connector> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var server = builder.Build();
            var connector = new Connector(server);
            server.Urls.Add("http://127.0.0.1:0");
            server.MapPost("/v3/conversations/{conversation}/activities", connector.Take);
            server.MapPut("/v3/conversations/{conversation}/activities/{activity}", connector.Take);
            await server.StartAsync();
            return connector;
        }

        public async Task Shows(string text)
        {
            while (!Volatile.Read(ref shown).Contains(text, StringComparison.Ordinal))
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        /// <summary>How long after the limits allowed another one the last one came.</summary>
        public TimeSpan LateSince(long done)
        {
            lock (gate)
            {
                var (clock, last) = (TimeProvider.System, taken[^1]);
                var waited = clock.GetElapsedTime(done, last);
                foreach (var (times, within) in Limits)
                    if (taken.Count > times && clock.GetElapsedTime(taken[^(times + 1)], last) - within is var since
                        && since < waited)
                        waited = since;
                return waited > TimeSpan.Zero ? waited : TimeSpan.Zero;
            }
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();

        async Task Take(HttpContext http, string conversation)
        {
            var activity = (await JsonNode.ParseAsync(http.Request.Body))!;
            if (Uri.UnescapeDataString(conversation) == Channel
                && !Takes((string?)activity["summary"] ?? "", http.Request.Method == "PUT"))
            {
                (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (429, "5");
                return;
            }
            await http.Response.WriteAsJsonAsync(
                new { id = (string?)activity["id"] ?? $"{Interlocked.Increment(ref posted)}" });
        }

        bool Takes(string summary, bool edit)
        {
            lock (gate)
            {
                var (clock, now) = (TimeProvider.System, TimeProvider.System.GetTimestamp());
                if (Limits.Any(limit => taken.Count >= limit.Times
                    && clock.GetElapsedTime(taken[^limit.Times], now) < limit.Within))
                {
                    Refused++;
                    return false;
                }
                taken.Add(now);
                Edits += edit ? 1 : 0;
                Volatile.Write(ref shown, summary);
                return true;
            }
        }
    }
}
