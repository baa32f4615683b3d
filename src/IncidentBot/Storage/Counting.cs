using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Works the figures of older incidents out of their facts: of those from before there were figures, or all anew.</summary>
/// <remarks>The newest first, a few at a time, each with its row locked; whatever changes meanwhile writes its own.</remarks>
public sealed class Counting(Database database, FactJson json, IncidentIndex index, ICurrentOrganisation organisation)
{
    const int AtOnce = 200;

    /// <returns>How many, at most, are still to be counted in.</returns>
    public Task<long> Step(CancellationToken ct) => database.WriteBehind(async writing =>
    {
        var org = organisation.Now;
        var due = await writing.One<long>($"SELECT up_to FROM figures_due {database.Dialect.ForUpdate}");
        if (due == 0)
            return 0;
        var some = await writing.All<(long Number, string Id)>(
            "SELECT number, id FROM incidents WHERE number <= @due ORDER BY number DESC LIMIT @AtOnce", new { due, AtOnce });
        foreach (var (number, id) in some)
            if (await index.Lock(IncidentId.Parse(id), writing) is not null)
                await Figures.Write(null, await Fold(IncidentId.Parse(id), number, org, writing), org, writing);
        var left = some.Count < AtOnce ? 0 : some[^1].Number - 1;
        await writing.Execute("UPDATE figures_due SET up_to = @left", new { left });
        return left;
    }, ct);

    /// <summary>Everything again, from the facts.</summary>
    public Task<int> Again(CancellationToken ct) => database.Write(
        writing => writing.Execute("UPDATE figures_due SET up_to = (SELECT coalesce(max(number), 0) FROM incidents)"), ct);

    async Task<Incident> Fold(IncidentId id, long number, Organisation org, Writing writing)
    {
        var facts = await writing.All<string>(
            "SELECT fact FROM facts WHERE incident_id = @id ORDER BY version", new { id = $"{id}" });
        return new Incident(id, new(org.Prefix, (int)number)).Apply(facts.Select(json.Read<IncidentEvent>));
    }
}
