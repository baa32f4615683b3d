using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Support;

/// <summary>Our own port, kept in memory: as strict as the real store about once-only, as simple as can be otherwise.</summary>
sealed class FakeIncidents(Organisation org) : IIncidents
{
    readonly Dictionary<IncidentId, List<IncidentEvent>> facts = [];
    readonly Dictionary<string, IncidentId> handled = [];

    public IEnumerable<Incident> All => facts.Keys.Order(Comparer<IncidentId>.Create((a, b) => a.Value.CompareTo(b.Value))).Select(Fold);

    public Incident Only => All.Single();

    /// <summary>An incident that exists already.</summary>
    public void Has(Incident like, params IReadOnlyList<IncidentEvent> events) => facts[like.Id] = [.. events];

    public Task<Outcome> Start(
        string once, string fingerprint, Func<Incident, Recurrence?, Decision> decide, CancellationToken ct)
    {
        if (handled.TryGetValue(once, out var before))
            return Task.FromResult(new Outcome(Decision.Unchange($"Done before."), Fold(before), Repeated: true));
        var blank = Some.BlankIncident(facts.Count + 1);
        var same = All.Where(one => one.Fingerprint == fingerprint && !one.Drill).ToArray();
        var decision = decide(blank, same.Length == 0 ? null : new(
            same.Length, same[0].Times.DeclaredAt!.Value, same[^1].Times.DeclaredAt!.Value, $"{same[^1].Reference}",
            same[^1].Severity, same[^1].Priority, same[^1].Resolution?.HowTo)).WithChecklists(blank, org);
        if (decision is not Decision.Accepted accepted)
            return Task.FromResult(new Outcome(decision, blank));
        facts[blank.Id] = [.. accepted.Facts];
        handled[once] = blank.Id;
        return Task.FromResult(new Outcome(decision, Fold(blank.Id)));
    }

    public Task<Outcome> Signal(
        string once, string fingerprint, Func<Incident, Decision> relapse, Func<Incident, Recurrence?, Decision> decide, CancellationToken ct) =>
        Start(once, fingerprint, decide, ct);

    public Task<Outcome?> Change(string once, IncidentId id, Func<Incident, Decision> decide, CancellationToken ct)
    {
        if (!facts.TryGetValue(id, out var known))
            return Task.FromResult<Outcome?>(null);
        if (handled.ContainsKey(once))
            return Task.FromResult<Outcome?>(new(Decision.Unchange($"Done before."), Fold(id), Repeated: true));
        var decision = decide(Fold(id)).WithChecklists(Fold(id), org);
        if (decision is Decision.Accepted accepted)
        {
            known.AddRange(accepted.Facts);
            handled[once] = id;
        }
        return Task.FromResult<Outcome?>(new(decision, Fold(id)));
    }

    public Task<Incident?> Find(IncidentId id, CancellationToken ct) =>
        Task.FromResult(facts.ContainsKey(id) ? Fold(id) : null);

    public Task<Incident?> Find(Reference reference, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(one => one.Reference == reference));

    public Task<Incident?> In(Room room, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(one => one.Rooms.Contains(room)));

    /// <summary>Whose card each message is.</summary>
    public Dictionary<MessageRef, IncidentId> Cards { get; } = [];

    public Task<Incident?> ShownBy(MessageRef card, CancellationToken ct) =>
        Task.FromResult(Cards.TryGetValue(card, out var id) ? Fold(id) : null);

    public Task<IReadOnlyList<Recorded>> History(IncidentId id, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Recorded>>([.. facts[id].Select((fact, at) => new Recorded(at + 1, fact))]);

    public Task<Page<IncidentRow>> List(IncidentFilter filter, CancellationToken ct)
    {
        var skip = int.TryParse(filter.Cursor, out var from) ? from : 0;
        var rows = All
            .Where(one => one.VisibleTo(filter.Viewer, org))
            .Where(one => filter.Open is null || one.IsOpen == filter.Open)
            .Where(one => !filter.Mine || one.Members.Contains(filter.Viewer) || one.Reporter == filter.Viewer)
            .Where(one => filter.Severity is null || one.Severity?.Name == filter.Severity)
            .Where(one => filter.Service is null || one.Services.Contains(filter.Service))
            .Where(one => filter.Team is null || one.Services.Any(key => org.FindService(key)?.Owner == filter.Team))
            .Select(Row).ToArray();
        return Task.FromResult(new Page<IncidentRow>(
            [.. rows.Skip(skip).Take(filter.Limit)], rows.Length > skip + filter.Limit ? $"{skip + filter.Limit}" : null));
    }

    public Task<IReadOnlyList<TaskRow>> TasksOf(Person owner, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TaskRow>>(
        [
            .. All.Where(one => one.VisibleTo(owner, org))
                .SelectMany(one => one.OpenTasks.Where(task => task.What.Owner == owner).Select(task => new TaskRow(
                    one.Reference, one.Title, task.Number, task.What.Text, task.What.Due, task.What.Priority?.Name, task.What.FollowUp)))
                .OrderBy(row => row.Due ?? DateTimeOffset.MaxValue).Take(limit),
        ]);

    public Task<Vicinity> Before(Incident incident, Person viewer, CancellationToken ct) => Task.FromResult(Vicinity.None);

    public Task<IReadOnlyList<IncidentRow>> Search(string words, Person viewer, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IncidentRow>>(
        [
            .. All.Where(one => one.VisibleTo(viewer, org) && one.Title.Contains(words, StringComparison.OrdinalIgnoreCase))
                .Take(limit).Select(Row),
        ]);

    public Task<IReadOnlyList<IncidentRow>> Similar(Incident incident, Person viewer, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IncidentRow>>(
        [
            .. All.Where(one => one.Id != incident.Id && one.VisibleTo(viewer, org) && one.Fingerprint == incident.Fingerprint)
                .Take(limit).Select(Row),
        ]);

    public Task<CauseCount?> Causes(Incident incident, CancellationToken ct) => Task.FromResult(
        incident.Category is not { } category ? null
        : All.Where(one => one.Id != incident.Id && one.Category == category && !one.Private).Select(one => $"{one.Reference}").ToArray()
            is var same ? new CauseCount(category, same.Length, [.. same.Reverse().Take(3)]) : null);

    public Task<IReadOnlyList<IncidentId>> Undrafted(int limit, CancellationToken ct) => Task.FromResult<IReadOnlyList<IncidentId>>(
        [.. All.Where(one => one is { IsReviewable: true, Review: { State: ReviewState.Draft, Drafted: false } }).Take(limit).Select(one => one.Id)]);

    public Task<Measurements> Measure(MeasureFilter filter, CancellationToken ct) => Task.FromResult(new Measurements(
    [
        .. All.Where(one => !one.Private || (filter.Viewer is { } viewer && one.VisibleTo(viewer, org)))
            .Where(one => filter.Service is null || one.Services.Contains(filter.Service))
            .Where(one => filter.Severity is null || one.Severity?.Name == filter.Severity)
            .Select(one => Measured.Of(one, org)).OfType<Measured>()
            .Where(one => one.At >= filter.From.ToUnixTimeMilliseconds() && one.At < filter.To.ToUnixTimeMilliseconds()),
    ], 0));

    Incident Fold(IncidentId id) =>
        Some.BlankIncident(BitConverter.ToInt32(id.Value.ToByteArray(), 0)).Apply(facts[id]);

    static IncidentRow Row(Incident one) => new(
        one.Id, one.Reference, one.Title, one.Status, one.Severity, one.Priority, one.Lead, one.Acknowledgement is not null,
        one.Private, one.Drill, one.Times.DeclaredAt!.Value, one.Resolution?.HowTo);
}
