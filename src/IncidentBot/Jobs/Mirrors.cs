using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Shows follow-ups in the trackers of others: one issue each, whatever is tried again.</summary>
public sealed class Mirrors(IEnumerable<ITracker> trackers, IIncidents incidents, INotebook notes, TimeProvider clock)
{
    /// <summary>Clocks need not agree.</summary>
    static readonly TimeSpan Earlier = TimeSpan.FromHours(1);

    public IReadOnlyList<Mirror> All { get; } = [.. trackers.Select(tracker => new Mirror(tracker, new(clock)))];

    /// <returns>Null when it was done; else why it was not needed.</returns>
    public async Task<string?> Show(Errand.MirrorTask errand, ErrandClaim claim, Situation now, CancellationToken ct)
    {
        var mirror = All.FirstOrDefault(one => one.Tracker.Name == errand.Tracker)
            ?? throw new ChatRefusedException($"{errand.Tracker} is not switched on.");
        var incident = now.Incident;
        if (!now.Org.Trackers.Any(tracker => tracker.Name == errand.Tracker && incident.IsMirroredTo(tracker)))
            return "it became private";
        if (incident.FindTask(errand.Number) is not { } task)
            return "there is no such task";
        return await mirror.Breaker.Try(() => Show(mirror.Tracker, task, claim, now, ct));
    }

    async Task<string?> Show(ITracker tracker, ActionItem task, ErrandClaim claim, Situation now, CancellationToken ct)
    {
        var text = new IssueText(MarkerOf(now.Incident, task.Number), task.What.Text, now.Org.AddressOf($"{now.Incident.Reference}"));
        var done = !task.IsOpen || !task.What.FollowUp;
        var key = task.Links.FirstOrDefault(link => link.Tracker == tracker.Name)?.Key;
        if (tracker.Keeps && key is null)
        {
            // An earlier try may have opened it and died before it was written down.
            var found = await tracker.Find(text.Marker, claim.Due - Earlier, ct);
            if (found is null && done)
                return "it was over before it was mirrored";
            var issue = found ?? await tracker.Open(text, ct);
            await Note(tracker, issue.Key, issue.Done, ct);
            await incidents.Change(
                $"{tracker.Name}/{text.Marker}", now.Incident.Id,
                one => one.LinkTask(task.Number, tracker.Name, tracker.Label, issue.Key, issue.Address, new(Person.Bot, now.At, tracker.Name)), ct);
            if (found is null)
                return null;
            key = issue.Key;
        }
        await tracker.Set(key ?? "", text, done, ct);
        if (key is not null)
            await Note(tracker, key, done, ct);
        return null;
    }

    /// <summary>Takes over what was closed or opened there since it was last asked.</summary>
    public async Task Listen(ITracker tracker, CancellationToken ct)
    {
        var began = clock.GetUtcNow();
        var last = long.TryParse(await notes.Read(tracker.Name, Asked, ct), out var at) ? DateTimeOffset.FromUnixTimeMilliseconds(at) : began - Longest;
        foreach (var issue in await tracker.Changed(last - Overlap, ct))
            if (Read(issue.Marker) is var (incident, number) && await notes.Read(tracker.Name, StateOf(issue.Key), ct) is { } was && was != State(issue.Done))
            {
                var from = new Origin(new(tracker.Name, tracker.Label), clock.GetUtcNow(), tracker.Name);
                await incidents.Change(
                    $"{tracker.Name}/{issue.Key}/{issue.ChangedAt}/{issue.Done}", incident,
                    one => issue.Done ? one.FinishTask(number, from) : one.ReopenTask(number, from), ct);
                await Note(tracker, issue.Key, issue.Done, ct);
            }
        await notes.Write(tracker.Name, Asked, $"{began.ToUnixTimeMilliseconds()}", null, ct);
    }

    const string Asked = "follow-ups asked";
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>How it stood there when both were last the same; only what differs from that was done there.</summary>
    Task Note(ITracker tracker, string key, bool done, CancellationToken ct) => notes.Write(tracker.Name, StateOf(key), State(done), null, ct);

    static string StateOf(string key) => $"follow-up:{key}";

    static string State(bool done) => done ? "done" : "open";

    static string MarkerOf(Incident incident, int number) => $"incidentbot-{incident.Id.Value:N}-{number}";

    static (IncidentId Incident, int Number)? Read(string marker) =>
        marker.Split('-') is ["incidentbot", var id, var number] && Guid.TryParseExact(id, "N", out var incident) && int.TryParse(number, out var task)
            ? (new(incident), task)
            : null;
}

/// <summary>A tracker with its breaker, so that one that is away costs the others nothing.</summary>
public sealed record Mirror(ITracker Tracker, Breaker Breaker);
