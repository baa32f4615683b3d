using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using IncidentBot.Peers.Support;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace IncidentBot.Peers;

/// <summary>kill -9 at random moments while people declare and change incidents; the file is all that is left.</summary>
public class CrashingUnderLoad(ITestOutputHelper log)
{
    const int Crashes = 50;
    const int Clients = 8;

    [Fact]
    public async Task Loses_nothing_that_was_accepted_and_does_nothing_twice()
    {
        using var folder = new Folder();
        var random = new Random(20_30);
        var accepted = new ConcurrentDictionary<string, string>();
        var notes = new ConcurrentDictionary<string, string>();
        var asked = 0;

        for (var crash = 0; crash < Crashes; crash++)
        {
            await using var bot = await BotProcess.Start(folder.Path);
            using var stop = new CancellationTokenSource();
            var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => Work(bot, stop.Token))).ToArray();
            using var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(random.Next(50, 700)));
            await moment.WaitForNextTickAsync();
            await bot.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(clients);
            Assert.Equal("ok", Integrity(folder.Path));
        }

        await using var survivor = await BotProcess.Start(folder.Path);
        var kept = await survivor.Http.All("/api/v1/incidents");
        var titles = kept.Select(incident => (string)incident["title"]!).ToList();
        log.WriteLine($"{asked} asked, {accepted.Count} declarations and {notes.Count} notes accepted, {kept.Count} kept");

        Assert.True(accepted.Count > Crashes, "the load was too small to mean anything");
        Assert.Empty(accepted.Keys.Except(titles));
        Assert.Equal(titles.Distinct().Count(), titles.Count);
        foreach (var (text, reference) in notes)
        {
            var timeline = await survivor.Http.All($"/api/v1/incidents/{reference}/timeline");
            Assert.Single(timeline, entry => ((string)entry["text"]!).Contains(text));
            // What the pumps had in hand when they were killed is finished, and not done twice.
            await survivor.Until($"{reference} has its room", async () =>
                (await survivor.Http.Incident(reference))["rooms"]!.AsArray().Count > 0, TimeSpan.FromMinutes(3));
            timeline = await survivor.Http.All($"/api/v1/incidents/{reference}/timeline");
            Assert.Single(timeline, entry => (string)entry["kind"]! == "room-opened");
        }

        async Task Work(BotProcess bot, CancellationToken ct)
        {
            while (!ct.IsCancellationRequested)
            {
                var title = $"outage {Guid.NewGuid():N}";
                Interlocked.Increment(ref asked);
                try
                {
                    // A lost answer is asked again with the same key, as a careful client does.
                    var answer = await bot.Http.Declare(title, title.Replace(" ", "-"), "sev2");
                    if (answer.StatusCode != HttpStatusCode.Created)
                        continue;
                    accepted[title] = title;
                    var reference = answer.Headers.Location!.ToString().Split('/')[^1];
                    var note = $"note {Guid.NewGuid():N}";
                    if ((await bot.Http.Command(reference, $"note {note}")).IsSuccessStatusCode)
                        notes[note] = reference;
                }
                catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException or SocketException)
                {
                    // Killed in the middle: nothing was promised.
                }
            }
        }
    }

    static string Integrity(string folder)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return $"{command.ExecuteScalar()}";
    }

    static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "data", "incidentbot.db")};Pooling=false");
        connection.Open();
        return connection;
    }
}
