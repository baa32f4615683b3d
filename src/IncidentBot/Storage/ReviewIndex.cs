using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Finds incidents by where their review stands, and by their cause.</summary>
sealed class ReviewIndex(Database database, ICurrentOrganisation organisation)
{
    const string Wanted = "undrafted";
    const int Named = 3;
    static readonly TimeSpan Lookback = TimeSpan.FromDays(365);

    /// <summary>What the index says of it; null: there is none.</summary>
    public static string? Of(Incident incident) => incident switch
    {
        { Review: null } => null,
        { IsReviewable: true, Review: { State: ReviewState.Draft, Drafted: false } } => Wanted,
        { Review.State: var state } => $"{state}",
    };

    public Task<IReadOnlyList<IncidentId>> Undrafted(int limit, CancellationToken ct) => database.Read(async connection =>
        (IReadOnlyList<IncidentId>)[.. (await connection.QueryAsync<string>(
            "SELECT id FROM incidents WHERE review = @Wanted ORDER BY number LIMIT @limit", new { Wanted, limit }))
            .Select(IncidentId.Parse)], ct);

    public async Task<CauseCount?> Causes(Incident incident, CancellationToken ct)
    {
        if (incident.Category is not { } category)
            return null;
        var at = incident.Times.DeclaredAt ?? incident.OpenedAt;
        const string Same =
            """
            FROM incidents WHERE category = @category AND number <> @number AND private = 0 AND drill = 0
              AND status NOT IN ('Declined', 'Canceled', 'Merged') AND declared_at > @from AND declared_at <= @to
            """;
        var values = new
        {
            category,
            number = (long)incident.Reference.Number,
            from = (at - Lookback).Stored(),
            to = at.Stored(),
            Named,
        };
        var (count, newest) = await database.Read(async connection => (
            await connection.QuerySingleAsync<long>($"SELECT count(*) {Same}", values),
            await connection.QueryAsync<long>($"SELECT number {Same} ORDER BY number DESC LIMIT @Named", values)), ct);
        return new(category, (int)count, [.. newest.Select(number => $"{new Reference(organisation.Now.Prefix, (int)number)}")]);
    }
}
