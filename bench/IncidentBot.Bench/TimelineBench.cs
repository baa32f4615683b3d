using System.Text.RegularExpressions;
using IncidentBot.Incidents;
using IncidentBot.Peers.Support;

namespace IncidentBot.Bench;

/// <summary>The page of a long timeline, and the files that are taken along, as a browser asks for them.</summary>
static partial class TimelineBench
{
    const int WarmUp = 50;

    public static async Task<int> Run(int entries)
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "bench.db");
        await using (var desk = await Desk.Open(file))
        {
            var incident = (await desk.Declare("checkout is down", "bench")).Incident;
            var at = TimeProvider.System.GetUtcNow();
            await desk.Incidents.Change("notes", incident.Id, one => Decision.Accept([.. Enumerable.Range(1, entries).Select(number =>
                new Noted(number, $"the pool of shard {number} ran dry, restarted it", at.AddSeconds(-number % 3600), number % 10 == 0, new(Desk.Ada, at, "room")))]), default);
        }
        await using var bot = await BotProcess.Start(
            folder.Path, ("Database__ConnectionString", $"Data Source={file}"), ("Logging__LogLevel__Default", "Warning"));
        var token = Token().Match(await bot.Http.GetStringAsync("/who")).Groups[1].Value;
        await bot.Http.PostAsync("/who", new FormUrlEncodedContent([new("name", "Ada"), new("__RequestVerificationToken", token)]));
        foreach (var (what, address, times) in new[]
        {
            ("page", "timeline", 300), ("a page far back", "timeline?page=25", 300), ("filtered by words", "timeline?words=shard+77", 100),
            ("Markdown", "timeline.md", 20), ("CSV", "timeline.csv", 20), ("JSON", "timeline.json", 20), ("HTML", "timeline.html", 20),
        })
        {
            var before = bot.Cpu;
            await Timing.Percentiles(
                $"{entries} entries: {what}", times, async _ => await bot.Http.GetByteArrayAsync($"/incidents/INC-1/{address}"), WarmUp);
            Console.WriteLine($"{"",-44} {(bot.Cpu - before).TotalMilliseconds / (times + WarmUp):0.0} ms CPU each");
        }
        return 0;
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
