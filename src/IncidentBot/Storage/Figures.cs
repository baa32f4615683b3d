using System.Data.Common;
using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>What each incident adds to the figures, kept in step with its facts and read by period.</summary>
/// <remarks>
/// The rows stand in the order of time, so that a period costs what is in it however much there is besides. They are worked
/// out of the facts and can be worked out again; see <see cref="Counting"/>.
/// </remarks>
public sealed class Figures(Database database, ICurrentOrganisation organisation)
{
    const string Columns =
        """
        f.number, f.at, f.severity_rank, f.to_detect, f.to_acknowledge, f.to_respond, f.to_resolve, f.to_mitigate,
        f.first_contact, f.satisfaction, f.ratings, f.rating_sum, f.late_update, f.cost
        """;

    /// <summary>Writes what changed; most facts change nothing of it.</summary>
    /// <param name="before">Null: it is not known what stands there.</param>
    public static async Task Write(Incident? before, Incident after, Organisation org, Writing writing)
    {
        var was = before is null ? null : Measured.Of(before, org);
        var now = Measured.Of(after, org);
        if (before is not null && was == now)
            return;
        if (before is null || (was is not null && was.At != now?.At))
            await writing.Execute("DELETE FROM figures WHERE number = @number", new { number = (long)after.Reference.Number });
        if (now is not null)
            await Put(now, writing);
    }

    static Task<int> Put(Measured one, Writing writing) => writing.Execute(
        """
        INSERT INTO figures (
          at, number, private, severity, severity_rank, category, source, services, to_detect, to_acknowledge, to_respond,
          to_resolve, to_mitigate, first_contact, satisfaction, ratings, rating_sum, late_update, cost)
        VALUES (
          @At, @number, @isPrivate, @severity, @rank, @category, @source, @services, @Detect, @Acknowledge, @Respond,
          @Resolve, @Mitigate, @first, @satisfaction, @ratings, @sum, @late, @Cost)
        ON CONFLICT (at, number) DO UPDATE SET
          private = excluded.private, severity = excluded.severity, severity_rank = excluded.severity_rank,
          category = excluded.category, source = excluded.source, services = excluded.services,
          to_detect = excluded.to_detect, to_acknowledge = excluded.to_acknowledge, to_respond = excluded.to_respond,
          to_resolve = excluded.to_resolve, to_mitigate = excluded.to_mitigate, first_contact = excluded.first_contact,
          satisfaction = excluded.satisfaction, ratings = excluded.ratings, rating_sum = excluded.rating_sum,
          late_update = excluded.late_update, cost = excluded.cost
        """,
        new
        {
            one.At,
            number = (long)one.Number,
            isPrivate = one.Private ? 1L : 0L,
            severity = one.Severity,
            rank = (long?)one.Rank,
            category = one.Category is { } category ? Storable.Text(category) : null,
            source = Storable.Text(one.Source),
            services = Storable.Text(one.Services),
            one.Detect,
            one.Acknowledge,
            one.Respond,
            one.Resolve,
            one.Mitigate,
            first = one.FirstContact is { } first ? (long?)(first ? 1 : 0) : null,
            satisfaction = (long?)one.Satisfaction,
            ratings = (long)one.Ratings,
            sum = (long)one.RatingSum,
            late = one.LateUpdate ? 1L : 0L,
            one.Cost,
        });

    public Task<Measurements> Read(MeasureFilter filter, CancellationToken ct) => database.Read(async connection =>
    {
        var org = organisation.Now;
        var values = new DynamicParameters(new { from = filter.From.Stored(), to = filter.To.Stored() });
        var items = new List<Measured>();
        await using var reader = await connection.ExecuteReaderAsync(
            $"""
            SELECT {Columns}, {ColumnOf(filter.By)} FROM figures f
            WHERE f.at >= @from AND f.at < @to AND {Visible(filter, org, values)}{Narrower(filter, org, values)}
            ORDER BY f.at, f.number
            """,
            values);
        while (await reader.ReadAsync(ct))
            items.Add(One(reader, filter.By));
        await reader.DisposeAsync();
        return new Measurements(items, await connection.QuerySingleAsync<long>("SELECT max(up_to) FROM figures_due"));
    }, ct);

    static Measured One(DbDataReader row, Facet? by)
    {
        var part = by is null || row.IsDBNull(14) ? null : row.GetString(14);
        return new((int)row.GetInt64(0), row.GetInt64(1))
        {
            Rank = (int?)Whole(row, 2),
            Detect = Whole(row, 3),
            Acknowledge = Whole(row, 4),
            Respond = Whole(row, 5),
            Resolve = Whole(row, 6),
            Mitigate = Whole(row, 7),
            FirstContact = Whole(row, 8) is { } first ? first == 1 : null,
            Satisfaction = (int?)Whole(row, 9),
            Ratings = (int)row.GetInt64(10),
            RatingSum = (int)row.GetInt64(11),
            LateUpdate = row.GetInt64(12) == 1,
            Cost = Whole(row, 13),
            Services = by is Facet.Service or Facet.Team ? part ?? "" : "",
            Category = by == Facet.Category ? part : null,
            Severity = by == Facet.Severity ? part : null,
            Source = by == Facet.Source ? part ?? "" : "",
        };
    }

    static long? Whole(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);

    static string ColumnOf(Facet? by) => by switch
    {
        Facet.Service or Facet.Team => "f.services",
        Facet.Category => "f.category",
        Facet.Severity => "f.severity",
        Facet.Source => "f.source",
        _ => "NULL",
    };

    static string Visible(MeasureFilter filter, Organisation org, DynamicParameters values)
    {
        if (filter.Viewer is not { } viewer)
            return "f.private = 0";
        if (Scopes.SeesAll(viewer, org))
            return "1 = 1";
        var names = Scopes.IdsOf(viewer, org).Select((id, at) =>
        {
            values.Add($"seen{at}", Scopes.Private(id));
            return $"@seen{at}";
        });
        return $"(f.private = 0 OR f.number IN (SELECT number FROM listed WHERE scope IN ({string.Join(", ", names)})))";
    }

    static string Narrower(MeasureFilter filter, Organisation org, DynamicParameters values)
    {
        var where = "";
        foreach (var (column, wanted) in new[] { ("severity", filter.Severity), ("category", filter.Category), ("source", filter.Source) })
            if (wanted is not null)
            {
                where += wanted == "" ? $" AND (f.{column} IS NULL OR f.{column} = '')" : $" AND f.{column} = @{column}";
                values.Add(column, wanted);
            }
        if (filter.Service is { } service)
            where += AnyOf([service], "service", values);
        if (filter.Team is { } team)
            where += AnyOf([.. org.Services.Where(one => one.Owner == team).Select(one => one.Key)], "team", values);
        return where;
    }

    /// <summary>Keys are made of letters, digits, "-", "_" and "."; only the underline means something to LIKE.</summary>
    static string AnyOf(IReadOnlyList<string> services, string name, DynamicParameters values)
    {
        for (var at = 0; at < services.Count; at++)
            values.Add($"{name}{at}", services[at] == "" ? "" : $"%,{services[at].Replace("_", "!_", StringComparison.Ordinal)},%");
        return services.Count == 0
            ? " AND 1 = 0"
            : $" AND ({string.Join(" OR ", services.Select((_, at) => $"f.services LIKE @{name}{at} ESCAPE '!'"))})";
    }
}
