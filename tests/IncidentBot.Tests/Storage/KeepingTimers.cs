using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Support;

namespace IncidentBot.Tests.Storage;

public class KeepingTimers
{
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Claims_what_is_due_the_longest_due_first_and_only_once(string kind)
    {
        var store = await Store.On(kind);
        await store.Declare();
        Assert.Empty(await store.Timers.Claim(10, Lease, default));

        store.Clock.Advance(TimeSpan.FromMinutes(5));
        var claims = await store.Timers.Claim(10, Lease, default);

        Assert.Equal(
            [TimerKind.NoLead, TimerKind.Escalation, TimerKind.NoSeverity],
            claims.OrderBy(claim => claim.Due).ThenBy(claim => claim.Kind, StringComparer.Ordinal).Select(claim => claim.Kind));
        Assert.Equal(claims.Min(claim => claim.Due), claims[0].Due);
        Assert.Empty(await store.Timers.Claim(10, Lease, default));
        store.Clock.Advance(Lease);
        Assert.Equal(3, (await store.Timers.Claim(10, Lease, default)).Count);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Fires_one_step_and_arms_the_next_from_now(string kind)
    {
        var store = await Store.On(kind);
        var incident = await store.Declare();
        store.Clock.Advance(TimeSpan.FromHours(3));

        var claims = await store.Timers.Claim(10, Lease, default);
        var fired = 0;
        foreach (var claim in claims.Concat(claims))
            fired += await store.Timers.Fire(claim, default) is null ? 0 : 1;

        Assert.Equal(claims.Count, fired);
        var now = (await store.Incidents.Find(incident.Id, default))!;
        Assert.Equal(1, now.Escalations);
        Assert.Equal(1, now.Reminded[TimerKind.NoLead].Count);
        Assert.Empty(await store.Timers.Claim(10, Lease, default));
        Assert.Equal(0, await store.Timers.Audit(default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Fires_nothing_whose_reason_is_gone(string kind)
    {
        var store = await Store.On(kind);
        var incident = await store.Declare(severity: new("SEV3", 3));
        store.Clock.Advance(TimeSpan.FromMinutes(5));
        var claim = (await store.Timers.Claim(10, Lease, default)).Single(one => one.Kind == TimerKind.Escalation);

        await store.Change(incident, now => now.Acknowledge(store.From()));

        Assert.Null(await store.Timers.Fire(claim, default));
        Assert.Equal(0, (await store.Incidents.Find(incident.Id, default))!.Escalations);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Repairs_what_was_lost_altered_or_left_behind(string kind)
    {
        var store = await Store.On(kind);
        var (one, two, over) = (await store.Declare("one"), await store.Declare("two"), await store.Declare("over"));
        await store.Change(over, now => now.Cancel("", store.From()));
        Assert.Equal(0, await store.Timers.Audit(default));

        await store.Execute("DELETE FROM timers WHERE incident_id = @id AND kind = 'escalation'", new { id = $"{one.Id}" });
        await store.Execute("UPDATE timers SET due_at = due_at + 1 WHERE incident_id = @id AND kind = 'no-lead'", new { id = $"{two.Id}" });
        await store.Execute(
            "INSERT INTO timers (incident_id, kind, due_at, ready_at) VALUES (@id, 'escalation', 1, 1)", new { id = $"{over.Id}" });

        Assert.Equal(3, await store.Timers.Audit(default));
        Assert.Equal(0, await store.Timers.Audit(default));
        store.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(2, (await store.Timers.Claim(100, Lease, default)).Count(claim => claim.Kind == TimerKind.Escalation));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Follows_the_rules_of_the_organisation_when_they_change(string kind)
    {
        var store = await Store.On(kind);
        await store.Declare();
        await store.Timers.Audit(default);

        store.Now = store.Now with { Reminders = new() { NoLeadAfter = TimeSpan.FromSeconds(10) } };

        Assert.Equal(1, await store.Timers.Audit(default));
        Assert.Equal(store.Clock.GetUtcNow() + TimeSpan.FromSeconds(10), await store.Timers.Next(default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Has_nothing_left_to_wait_for_when_it_is_over(string kind)
    {
        var store = await Store.On(kind);
        var incident = await store.Declare(severity: new("SEV1", 1));
        Assert.NotNull(await store.Timers.Next(default));

        await store.Change(incident, now => now.Cancel("by mistake", store.From()));

        Assert.Null(await store.Timers.Next(default));
    }
}
