using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Metrics;

namespace IncidentBot.Bench;

/// <summary>A report over a period, however many incidents there are besides.</summary>
static class FigureBench
{
    const long Day = 24 * 60 * 60 * 1000;
    const int AtOnce = 5000;

    /// <param name="inside">Incidents in the 90 days, and as many in the 90 days before.</param>
    /// <param name="total">Incidents in all.</param>
    public static async Task<int> Run(int inside, int total, string? file)
    {
        await using var desk = await Desk.Open(file);
        var now = TimeProvider.System.GetUtcNow();
        if (await desk.Database.Write(writing => writing.One<long>("SELECT count(*) FROM figures"), default) == 0)
            await Fill(desk, now.ToUnixTimeMilliseconds(), inside, total);
        var count = await desk.Database.Write(writing => writing.One<long>("SELECT count(*) FROM figures"), default);
        Console.WriteLine($"{count} incidents, {inside} of them in 90 days and as many in the 90 before");
        foreach (var days in new[] { 7, 30, 90 })
            foreach (var by in new Facet?[] { null, Facet.Service })
                await Timing.Percentiles($"report, {days} days{(by is null ? "" : ", by service")}", 20, _ =>
                    desk.Incidents.Report(new(new Period(days, now)) { By = by }, null, desk.Now, default));
        var spread = await desk.Incidents.Report(new(new Period(90, now)), null, desk.Now, default);
        Console.WriteLine($"mtta {spread.Now[TimeFigure.Acknowledge].Mean}, memory {Environment.WorkingSet / 1_000_000} MB");
        if (file is null)
            await desk.Throw();
        return 0;
    }

    /// <summary>Rows as the bot writes them, without the facts behind them: only these are read.</summary>
    static async Task Fill(Desk desk, long now, int inside, int total)
    {
        var random = new Random(1);
        for (var from = 0; from < total; from += AtOnce)
            await desk.Database.Write(async writing =>
            {
                for (var number = from; number < Math.Min(total, from + AtOnce); number++)
                    await writing.Execute(
                        """
                        INSERT INTO figures (at, number, private, severity, severity_rank, category, source, services, to_detect, to_acknowledge,
                          to_respond, to_resolve, to_mitigate, first_contact, satisfaction, ratings, rating_sum, late_update, cost)
                        VALUES (@at, @number, 0, 'SEV2', 2, 'software', 'staff', @services, @a, @a, @b, @c, @c, 1, 4, 2, 8, 0, 12345)
                        """,
                        new
                        {
                            at = now - (number < 2 * inside ? random.NextInt64(1, 180 * Day) : random.NextInt64(180 * Day, 2000 * Day)),
                            number = (long)number + 1,
                            services = $",service-{random.Next(1, 50)},",
                            a = random.NextInt64(1000, 900_000),
                            b = random.NextInt64(900_000, 1_800_000),
                            c = random.NextInt64(1_800_000, 30_000_000),
                        });
                return 0;
            }, default);
    }
}
