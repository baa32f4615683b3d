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
    public Task<Outcome> Start(
        string once, string fingerprint, Func<Incident, Recurrence?, Decision> decide, CancellationToken ct) =>
        database.Write(async writing =>
        {
            if (await Seen(once, writing) is { } seen)
                return new Outcome(Decision.Accept(), (await Load(seen, writing))!, Repeated: true);

            var org = organisation.Now;
            var number = await index.NextNumber(writing);
            var blank = new Incident(new(Guid.CreateVersion7()), new(org.Prefix, number));
            var decision = decide(blank, await index.Before(fingerprint, org, writing));
            return decision is Decision.Accepted { Facts: { Count: > 0 } facts }
                ? await Write(writing, once, blank, facts, decision, org)
                : new Outcome(decision, blank);
        }, ct);

    public Task<Outcome?> Change(string once, IncidentId id, Func<Incident, Decision> decide, CancellationToken ct) =>
        database.Write(async writing =>
        {
            // The row is locked before anything is read: one change at a time per incident.
            if (!await index.Lock(id, writing))
                return null;
            var incident = (await Load(id, writing))!;
            if (await Seen(once, writing) is not null)
                return new Outcome(Decision.Accept(), incident, Repeated: true);
            var decision = decide(incident);
            return decision is Decision.Accepted { Facts: { Count: > 0 } facts }
                ? await Write(writing, once, incident, facts, decision, organisation.Now)
                : new Outcome(decision, incident);
        }, ct);

    public async Task<Incident?> Find(IncidentId id, CancellationToken ct) =>
        await index.NumberOf(id, ct) is { } number ? Fold(id, number, await History(id, ct)) : null;

    public async Task<Incident?> Find(Reference reference, CancellationToken ct) =>
        await index.IdOf(reference, ct) is { } id ? Fold(id, reference.Number, await History(id, ct)) : null;

    public async Task<Incident?> In(Room room, CancellationToken ct) =>
        await index.Of(room, ct) is { } id ? await Find(id, ct) : null;

    public Task<IReadOnlyList<Recorded>> History(IncidentId id, CancellationToken ct) => database.Read<IReadOnlyList<Recorded>>(
        async connection =>
        [
            .. (await connection.QueryAsync<(long Version, string Fact)>(Facts, new { id = $"{id}" }))
                .Select(row => new Recorded((int)row.Version, json.Read<IncidentEvent>(row.Fact))),
        ],
        ct);

    public Task<Page<IncidentRow>> List(IncidentFilter filter, CancellationToken ct) => index.List(filter, organisation.Now, ct);

    public Task<IReadOnlyList<IncidentRow>> Search(string words, Person viewer, int limit, CancellationToken ct) =>
        index.Search(SearchWords.All(words), any: false, viewer, limit, organisation.Now, ct);

    public async Task<IReadOnlyList<IncidentRow>> Similar(Incident incident, Person viewer, int limit, CancellationToken ct)
    {
        var same = await index.WithFingerprint(incident.Fingerprint, viewer, limit + 1, organisation.Now, ct);
        var alike = await index.Search(
            SearchWords.Telling(incident.Title), any: true, viewer, limit + 1, organisation.Now, ct);
        return [.. same.Concat(alike).Where(row => row.Id != incident.Id).DistinctBy(row => row.Id).Take(limit)];
    }

    const string Facts = "SELECT version, fact FROM facts WHERE incident_id = @id ORDER BY version";

    async Task<Outcome> Write(
        Writing writing, string once, Incident before, IReadOnlyList<IncidentEvent> facts, Decision decision, Organisation org)
    {
        var after = before.Apply(facts);
        await writing.Connection.ExecuteAsync(
            "INSERT INTO facts (incident_id, version, at, fact) VALUES (@id, @version, @at, @fact)",
            facts.Select((fact, position) => new
            {
                id = $"{after.Id}",
                version = before.Version + position + 1,
                at = fact.From.At.Stored(),
                fact = json.Write(fact),
            }),
            writing.Transaction);
        await writing.Connection.ExecuteAsync(
            "INSERT INTO inbox (once, incident_id, at) VALUES (@once, @id, @at)",
            new { once, id = $"{after.Id}", at = facts[0].From.At.Stored() }, writing.Transaction);
        await index.Write(writing, before, after, facts);
        await consequences.Write(writing, before, after, facts, org);
        return new(decision, after);
    }

    static async Task<IncidentId?> Seen(string once, Writing writing) =>
        await writing.Connection.QuerySingleOrDefaultAsync<string>(
            "SELECT incident_id FROM inbox WHERE once = @once", new { once }, writing.Transaction) is { } id
                ? IncidentId.Parse(id)
                : null;

    async Task<Incident?> Load(IncidentId id, Writing writing)
    {
        var number = await writing.Connection.QuerySingleAsync<long>(
            "SELECT number FROM incidents WHERE id = @id", new { id = $"{id}" }, writing.Transaction);
        var rows = await writing.Connection.QueryAsync<(long Version, string Fact)>(
            Facts, new { id = $"{id}" }, writing.Transaction);
        return Fold(id, (int)number, rows.Select(row => new Recorded((int)row.Version, json.Read<IncidentEvent>(row.Fact))));
    }

    Incident Fold(IncidentId id, int number, IEnumerable<Recorded> history) =>
        new Incident(id, new(organisation.Now.Prefix, number)).Apply(history.Select(one => one.Fact));
}
