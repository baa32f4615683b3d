using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Runs decisions: reads the facts, asks, and writes facts, index, errands and timers in one transaction.</summary>
public sealed class IncidentStore(
    Database database, FactJson json, IncidentIndex index, Consequences consequences, ICurrentOrganisation organisation)
    : IIncidents
{
    readonly LongHistories histories = new();
    readonly IncidentLists lists = new(database, organisation);
    readonly IncidentSearch search = new(database, organisation);
    readonly TaskIndex tasks = new(database, organisation);
    readonly ReviewIndex reviews = new(database, organisation);
    readonly Changes changes = new(database, organisation);
    readonly Figures figures = new(database, organisation);

    public Task<Outcome> Start(
        string once, string fingerprint, Func<Incident, Recurrence?, Decision> decide, CancellationToken ct) =>
        database.Write(
            async writing => await Inbox.Seen(once, "", writing) is { } seen
                ? await Repeated(seen, writing)
                : await Start(once, fingerprint, decide, writing),
            ct);

    public Task<Outcome> Signal(
        string once, string fingerprint, Func<Incident, Decision> relapse, Func<Incident, Recurrence?, Decision> decide, CancellationToken ct) =>
        database.Write(
            async writing => await Inbox.Seen(once, "", writing) is { } seen ? await Repeated(seen, writing)
                : await index.LockWatched(fingerprint, writing) is { } watched ? await Change((once, ""), watched, relapse, writing)
                : await Start(once, fingerprint, decide, writing),
            ct);

    public Task<Outcome?> Change(string once, IncidentId id, Func<Incident, Decision> decide, CancellationToken ct) =>
        database.Write<Outcome?>(
            // The row is locked before anything is read: one change at a time per incident.
            async writing => await index.Lock(id, writing) is not { } number ? null
                : await Inbox.Seen(once, $"{id}", writing) is { } seen ? await Repeated(seen, writing)
                : await Change((once, $"{id}"), (id, number), decide, writing),
            ct);

    public Task<Incident?> Find(IncidentId id, CancellationToken ct) => Find("i.id = @key", $"{id}", ct);

    public Task<Incident?> Find(Reference reference, CancellationToken ct) =>
        Find("i.number = @key", (long)reference.Number, ct);

    public async Task<Incident?> In(Room room, CancellationToken ct) => await database.Read(
        connection => connection.QueryFirstOrDefaultAsync<string>(
            "SELECT incident_id FROM rooms WHERE platform = @Platform AND room_id = @Id", new { room.Platform, room.Id }),
        ct) is { } id ? await Find(IncidentId.Parse(id), ct) : null;

    public async Task<Incident?> ShownBy(MessageRef card, CancellationToken ct) =>
        await Messages.Shows(card, database, ct) is { } id ? await Find(id, ct) : null;

    public async Task<IReadOnlyList<Recorded>> History(IncidentId id, CancellationToken ct) =>
        (await Read("i.id = @key", $"{id}", ct))?.Facts ?? [];

    public Task<Page<IncidentRow>> List(IncidentFilter filter, CancellationToken ct) => lists.List(filter, ct);

    public Task<IReadOnlyList<TaskRow>> TasksOf(Person owner, int limit, CancellationToken ct) => tasks.Of(owner, limit, ct);

    public Task<Vicinity> Before(Incident incident, Person viewer, CancellationToken ct) => changes.Before(incident, viewer, ct);

    public Task<IReadOnlyList<IncidentRow>> Search(string words, Person viewer, int limit, CancellationToken ct) =>
        search.Search(words, viewer, limit, ct);

    public Task<IReadOnlyList<IncidentRow>> Similar(Incident incident, Person viewer, int limit, CancellationToken ct) =>
        search.Similar(incident, viewer, limit, ct);

    public Task<CauseCount?> Causes(Incident incident, CancellationToken ct) => reviews.Causes(incident, ct);

    public Task<IReadOnlyList<IncidentId>> Undrafted(int limit, CancellationToken ct) => reviews.Undrafted(limit, ct);

    public Task<Measurements> Measure(MeasureFilter filter, CancellationToken ct) => figures.Read(filter, ct);

    async Task<Incident?> Find(string where, object key, CancellationToken ct) => (await Read(where, key, ct))?.Incident;

    async Task<ReadHistory?> Read(string where, object key, CancellationToken ct)
    {
        var org = organisation.Now;
        var known = histories.Of(key, org);
        var rows = await database.Read(async connection => (await connection.QueryAsync<(long Number, string Id, long Version, string Fact)>(
            $"""
            SELECT i.number, i.id, f.version, f.fact
            FROM incidents i JOIN facts f ON f.incident_id = i.id
            WHERE {where} AND f.version > @after
            ORDER BY f.version
            """,
            new { key, after = (long)(known?.Facts.Count ?? 0) })).AsList(), ct);
        if (rows.Count == 0)
            return known;
        Recorded[] added = [.. rows.Select(row => new Recorded((int)row.Version, json.Read<IncidentEvent>(row.Fact)))];
        var before = known?.Incident ?? Blank(IncidentId.Parse(rows[0].Id), rows[0].Number);
        var read = new ReadHistory(org, before.Apply(added.Select(one => one.Fact)), [.. known?.Facts ?? [], .. added]);
        histories.Keep(read);
        return read;
    }

    async Task<Past> Past(IncidentId id, Writing writing)
    {
        var rows = await writing.All<FactRow>(
            "SELECT version, at, fact, link FROM facts WHERE incident_id = @id ORDER BY version", new { id = $"{id}" });
        return new(
            rows.Count == 0 ? "" : rows[^1].Link ?? FactChain.Link($"{id}", rows),
            [.. rows.Select(row => json.Read<IncidentEvent>(row.Fact))]);
    }

    async Task<Outcome> Start(string once, string fingerprint, Func<Incident, Recurrence?, Decision> decide, Writing writing)
    {
        var org = organisation.Now;
        var id = new IncidentId(Guid.CreateVersion7());
        var (blank, before) = (Blank(id, 0), await Predecessors.Of(fingerprint, null, org, writing));
        var decision = decide(blank, before);
        // What is private may know of what was private to the same person; what everybody sees may not.
        if (decision is Decision.Accepted { Facts: [Declared { Private: true, From.By: var by }, ..] })
            decision = decide(blank, before = await Predecessors.Of(fingerprint, by, org, writing));
        if (await Ended((once, ""), decision, blank, writing) is { } ended)
            return ended;

        // A number is taken when it is certain to be used: PostgreSQL takes none back.
        blank = Blank(id, await writing.One<long>(database.Dialect.NextNumber));
        return await Write(decide(blank, before).WithChecklists(blank, org), blank, new("", []), writing);
    }

    /// <param name="one">Locked.</param>
    async Task<Outcome> Change(
        (string Once, string Subject) request, (IncidentId Id, long Number) one, Func<Incident, Decision> decide, Writing writing)
    {
        var past = await Past(one.Id, writing);
        var incident = Blank(one.Id, one.Number).Apply(past.Facts);
        var decision = decide(incident).WithChecklists(incident, organisation.Now);
        return await Ended(request, decision, incident, writing) ?? await Write(decision, incident, past, writing);
    }

    Incident Blank(IncidentId id, long number) => new(id, new(organisation.Now.Prefix, (int)number));

    async Task<Outcome> Repeated(IncidentId id, Writing writing)
    {
        writing.Undo();
        var number = await index.Lock(id, writing) ?? throw new InvalidOperationException($"The inbox names {id}, which is gone.");
        return new(Decision.Accept(), Blank(id, number).Apply((await Past(id, writing)).Facts), Repeated: true);
    }

    /// <returns>What came of it when there is nothing to write; null: it is entered as done and is to be written.</returns>
    async Task<Outcome?> Ended((string Once, string Subject) request, Decision decision, Incident before, Writing writing)
    {
        if (decision is not Decision.Accepted { Facts: [.., var newest] })
        {
            // Nothing came of it, so it may be asked again.
            writing.Undo();
            return new(decision, before);
        }
        return await Inbox.Enter(request.Once, request.Subject, before.Id, newest.From.At, writing)
            ? null
            : await Repeated((await Inbox.Seen(request.Once, request.Subject, writing))!.Value, writing);
    }

    async Task<Outcome> Write(Decision decision, Incident before, Past past, Writing writing)
    {
        var (org, facts) = (organisation.Now, ((Decision.Accepted)decision).Facts);
        var after = before.Apply(facts);
        DueTimer[] timers = [.. Timers.Of(after, org)];
        await index.Write(before, after, [.. past.Facts, .. facts], timers, writing);
        await Write(facts, after.Id, before.Version, past.Link, writing);
        await Figures.Write(before, after, org, writing);
        await consequences.Write(writing, before, after, facts, timers, org);
        return new(decision, after);
    }

    async Task Write(IReadOnlyList<IncidentEvent> facts, IncidentId id, long version, string link, Writing writing)
    {
        foreach (var fact in facts)
        {
            var (written, at) = (json.Write(fact), fact.From.At.Stored());
            link = FactChain.Link(link, $"{id}", ++version, at, written);
            await writing.Execute(
                "INSERT INTO facts (incident_id, version, at, fact, link) VALUES (@id, @version, @at, @written, @link)",
                new { id = $"{id}", version, at, written, link });
        }
    }
}

/// <summary>What is on the record of an incident already.</summary>
/// <param name="Link">Of the last fact; the next one is tied to it.</param>
sealed record Past(string Link, IReadOnlyList<IncidentEvent> Facts);
