using System.Diagnostics;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Bench;

/// <summary>Fills a database the way the bot does, many at a time: what is read later is what the bot writes.</summary>
static class Seeding
{
    const int NotesEach = 16;

    static readonly string[] Parts =
        ["checkout", "search", "ledger", "login", "mail", "billing", "cache", "queue", "gateway", "reports"];

    static readonly string[] Faults =
        ["is down", "is slow", "times out", "returns errors", "is out of space", "loses messages"];

    static readonly string[] Words =
        ["redis", "postgres", "deploy", "rollback", "certificate", "disk", "network", "timeout", "memory", "vendor"];

    public static async Task<int> Run(int count, string? file)
    {
        var desk = await Desk.Open(file ?? Path.GetFullPath($"seeded-{count}.db"));
        var (watch, next, run) = (Stopwatch.StartNew(), 0, $"{Guid.NewGuid():N}");
        await Task.WhenAll(Enumerable.Range(0, 128).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var at && at <= count)
            {
                await One(desk, at, run);
                if (at % 10_000 == 0)
                    Console.WriteLine($"{at} after {watch.Elapsed.TotalSeconds:0} s");
            }
        })));
        // What had to be said at the time was said.
        await desk.Database.Write(writing => writing.Execute("DELETE FROM outbox"), default);
        Console.WriteLine(
            $"{desk.File}: {count} incidents in {watch.Elapsed.TotalSeconds:0} s, "
            + $"{new FileInfo(desk.File).Length / 1_000_000} MB");
        await desk.DisposeAsync();
        return 0;
    }

    static async Task One(Desk desk, int at, string run)
    {
        var random = new Random(at);
        string Some(string[] from) => from[random.Next(from.Length)];
        var when = TimeProvider.System.GetUtcNow().AddMinutes(at - 200_000);
        var who = new Person($"person-{random.Next(200)}", "Somebody");
        var level = desk.Now.Severities[Math.Min(3, random.Next(8) / 2)];
        var said = new Declaration($"{Some(Parts)} {Some(Faults)} {Some(Words)} {at}")
        {
            Severity = level.Severity,
            Priority = desk.Now.Priorities[level.Severity.IsCritical ? 0 : random.Next(4)].Priority,
            Services = [desk.Now.Services[random.Next(50)].Key],
            Private = random.Next(50) == 0,
            DedupKey = random.Next(2) == 0 ? $"key-{random.Next(500)}" : null,
        };
        var incident = (await desk.Incidents.Start(
            $"{run} {at}", said.Fingerprint,
            (blank, before) => blank.Declare(said, before, null, desk.Now, new(who, when, "api")), default)).Incident;
        var open = at % 10 == 0;
        await desk.Incidents.Change($"{run} {at} rest", incident.Id, now => Decision.Accept(
        [
            new Acknowledged(new(who, when.AddMinutes(1), "api")),
            .. Enumerable.Range(1, NotesEach).Select(note => new Noted(
                note, $"{Some(Words)} {Some(Parts)} looked at, {Some(Faults)}, see {Some(Words)} and {Some(Words)}",
                when.AddMinutes(1 + note), false, new(who, when.AddMinutes(1 + note), "api"))),
            new SummaryWritten($"{Some(Parts)} {Some(Words)}", new(who, when.AddMinutes(20), "api")),
            open
                ? new SummaryWritten("still going on", new(who, when.AddMinutes(21), "api"))
                : new Resolved(
                    new("restarted", $"restart {Some(Parts)}", null, "", ""), new(who, when.AddMinutes(21), "api")),
        ]), default);
    }
}
