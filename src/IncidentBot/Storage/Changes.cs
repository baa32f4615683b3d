using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>What was changed on purpose, and what happened around the same services before an incident.</summary>
public sealed class Changes(Database database, ICurrentOrganisation organisation)
{
    const int Most = 10;
    static readonly TimeSpan Window = TimeSpan.FromHours(1);
    static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Writes one down; the same one again changes nothing. What is old is forgotten on the way.</summary>
    public Task Add(ServiceChange change, DateTimeOffset now, CancellationToken ct) => database.Write(async writing =>
    {
        await writing.Execute("DELETE FROM changes WHERE at < @old", new { old = (now - Kept).Stored() });
        return await writing.Execute(
            """
            INSERT INTO changes (service, at, what, link) VALUES (@Service, @at, @what, @link)
            ON CONFLICT (service, at, what) DO NOTHING
            """,
            new { change.Service, at = change.At.Stored(), what = Storable.Text(change.What), link = change.Link?.AbsoluteUri });
    }, ct);

    /// <summary>In the hour before it began and until it was declared, in its services and in those they depend on.</summary>
    public Task<Vicinity> Before(Incident incident, Person viewer, CancellationToken ct) => database.Read(async connection =>
    {
        var org = organisation.Now;
        string[] services =
            [.. incident.Services, .. BlastRadius.Of(incident.Services, org.Services).Upstream.Select(one => one.Service.Key)];
        if (services.Length == 0)
            return Vicinity.None;
        var declared = incident.Times.DeclaredAt ?? incident.LastChange;
        var began = incident.Times.StartedAt is { } started && started < declared ? started : declared;
        var values = new DynamicParameters(new
        {
            from = (began - Window).Stored(),
            upTo = declared.Stored(),
            number = (long)incident.Reference.Number,
            most = Most,
        });
        var (keys, scopes) = (new List<string>(), new List<string>());
        foreach (var service in services)
        {
            values.Add($"k{keys.Count}", service);
            values.Add($"s{keys.Count}", Scopes.Service(service));
            scopes.Add($"@s{keys.Count}");
            keys.Add($"@k{keys.Count}");
        }
        var changes = await connection.QueryAsync<Row>(
            $"""
            SELECT service, at, what, link FROM changes
            WHERE service IN ({string.Join(", ", keys)}) AND at >= @from AND at <= @upTo
            ORDER BY at DESC LIMIT @most
            """,
            values);
        var incidents = await connection.QueryAsync<IndexRow>(
            $"""
            SELECT {IndexRow.Columns} FROM incidents i
            WHERE i.declared_at >= @from AND i.declared_at <= @upTo AND i.number <> @number
              AND {Scopes.Listed(string.Join(", ", scopes))} AND {Scopes.Visible(viewer, org, values)}
            ORDER BY i.declared_at DESC LIMIT @most
            """,
            values);
        return new Vicinity([.. changes.Select(row => row.Read())], [.. incidents.Select(row => row.Read(org))]);
    }, ct);

    sealed record Row(string Service, long At, string What, string? Link)
    {
        public ServiceChange Read() => new(Service, What, Instant.Read(At), Link is null ? null : new(Link));
    }
}
