namespace IncidentBot.Storage;

/// <summary>Which periodic report was sent where: whoever enters it first sends it.</summary>
public sealed class Reports(Database database, TimeProvider clock)
{
    /// <returns>False when somebody sent it already, or is about to.</returns>
    public Task<bool> Enter(string name, string place, string period, CancellationToken ct) => database.Write(async writing =>
        await writing.Execute(
            """
            INSERT INTO reports (name, place, period, at) VALUES (@name, @place, @period, @at)
            ON CONFLICT (name, place, period) DO NOTHING
            """,
            new { name, place, period, at = clock.GetUtcNow().Stored() }) == 1, ct);

    /// <summary>It could not be sent after all; the next try may.</summary>
    public Task TakeBack(string name, string place, string period, CancellationToken ct) => database.Write(
        writing => writing.Execute(
            "DELETE FROM reports WHERE name = @name AND place = @place AND period = @period", new { name, place, period }), ct);
}
