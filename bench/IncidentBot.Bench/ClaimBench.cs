using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Bench;

/// <summary>How long what is due waits for its claim when very much else is waiting.</summary>
static class ClaimBench
{
    const int Armed = 100_000;

    public static async Task<int> Run(string? file)
    {
        var desk = await Desk.Open(file);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await desk.Database.Write(async writing =>
        {
            for (var at = 0; at < Armed; at++)
                await writing.Execute(
                    "INSERT INTO timers (incident_id, kind, due_at, ready_at) VALUES (@id, 'escalation', @due, @due)",
                    new
                    {
                        id = $"{Guid.CreateVersion7():N}",
                        due = at < 12_000 ? now - 10_000 + at : now + 3_600_000 + at,
                    });
            return true;
        }, default);
        await Timing.Percentiles($"claim 100 of {Armed} timers", 100, async _ =>
        {
            if ((await desk.Timers.Claim(100, TimeSpan.FromMinutes(10), default)).Count != 100)
                throw new InvalidOperationException("Not what was due.");
        });

        var incident = (await desk.Declare("busy", $"{Guid.NewGuid():N}")).Incident.Id;
        for (var at = 0; at < 100; at++)
        {
            var (from, errands) = (at * 1000, new List<Errand>());
            for (var one = 0; one < 1000; one++)
                errands.Add(new Errand.Invite(new("slack", $"C{(from + one) % 20_000}", ""), Desk.Ada));
            await desk.Outbox.Put(incident, errands, default);
        }
        IReadOnlyList<ErrandClaim> claims = [];
        await Timing.Percentiles("claim 32 of 100,000 errands", 200, async _ =>
            claims = await desk.Outbox.Claim("slack", 32, TimeSpan.FromMinutes(10), default));
        await Timing.Percentiles(
            "mark one done", 32, async at => await desk.Outbox.Done(claims[at], default), warmUp: 0);
        await desk.Throw();
        return 0;
    }
}
