using Microsoft.Data.Sqlite;

namespace IncidentBot.Bench;

/// <summary>How fast incidents are declared, beside what the disk can do at best.</summary>
static class StoreBench
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task<int> Run(string? file)
    {
        var raw = await RawCommits(file);
        Console.WriteLine($"raw single-row commits, 1 connection       {raw,8:0} /s");
        var desk = await Desk.Open(file);
        var run = $"{Guid.NewGuid():N}";
        await Timing.PerSecond(4, TimeSpan.FromSeconds(6), at => desk.Declare($"warm up {at}", $"{run} warm {at}"));
        foreach (var callers in new[] { 1, 32 })
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var speed = await Timing.PerSecond(
                callers, Round, at => desk.Declare($"outage {callers} {at}", $"{run} {callers} {at}"));
            var each = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / (speed * Round.TotalSeconds);
            Console.WriteLine(
                $"declare, {callers,2} callers                        {speed,8:0} /s   {speed / raw:0.00} x raw   "
                + $"{each:0} µs CPU each");
        }
        if (file is null)
            await desk.Throw();
        else
            await desk.DisposeAsync();
        return 0;
    }

    static async Task<double> RawCommits(string? beside)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(beside ?? "x"))!, $"raw-{Guid.NewGuid():N}.db");
        double speed;
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)
                """;
            command.ExecuteNonQuery();
            command.CommandText = "INSERT INTO rows (text) VALUES ('a single row of some length, committed by itself')";
            speed = await Timing.PerSecond(1, Round, _ =>
            {
                command.ExecuteNonQuery();
                return Task.CompletedTask;
            });
        }
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*"))
            File.Delete(left);
        return speed;
    }
}
