using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Bench;

/// <summary>What people look at, in a database as large as it will get.</summary>
static class ReadBench
{
    public static async Task<int> Run(string file)
    {
        await using var desk = await Desk.Open(Path.GetFullPath(file));
        var random = new Random(1);
        var someone = new Person("person-7", "Somebody");
        var count = await desk.Database.Write(
            writing => writing.One<long>("SELECT max(number) FROM incidents"), default);
        var facts = await desk.Database.Write(writing => writing.One<long>("SELECT count(*) FROM facts"), default);
        Console.WriteLine($"{count} incidents, {facts} facts");

        Task List(IncidentFilter filter) => desk.Incidents.List(filter, default);
        await Timing.Percentiles("list", 300, _ => List(new(someone)));
        await Timing.Percentiles("list open", 300, _ => List(new(someone) { Open = true }));
        await Timing.Percentiles("list mine", 300, _ => List(new(someone) { Mine = true }));
        await Timing.Percentiles("list sev3, over", 300, _ => List(new(someone) { Severity = "SEV3", Open = false }));
        await Timing.Percentiles(
            "list service", 300, at => List(new(someone) { Service = $"service-{(at % 50) + 1}" }));
        await Timing.Percentiles("list team", 300, at => List(new(someone) { Team = $"team-{at % 10}" }));
        await Timing.Percentiles(
            "list, a page far back", 300, at => List(new(someone) { Cursor = $"0.{(3L << 40) - (at * 100)}" }));
        await Timing.Percentiles(
            "show", 500, _ => desk.Incidents.Find(new Reference("INC", random.Next(1, (int)count)), default));
        string[] searches =
            ["checkout", "checkout redis", "che", "re", "timeout vendor certif", "99999", "nothingatall"];
        foreach (var words in searches)
            await Timing.Percentiles($"search “{words}”", 100, _ => desk.Incidents.Search(words, someone, 20, default));
        var like = (await desk.Incidents.Find(new Reference("INC", (int)count / 2), default))!;
        await Timing.Percentiles("similar", 100, _ => desk.Incidents.Similar(like, someone, 5, default));
        var run = $"{Guid.NewGuid():N}";
        await Timing.Percentiles(
            "declare, one caller", 2000, at => desk.Declare($"checkout is down {at}", $"{run} {at}"));
        await Timing.Percentiles("audit", 3, _ => desk.Timers.Audit(default));
        Console.WriteLine($"memory {Environment.WorkingSet / 1_000_000} MB");
        return 0;
    }
}
