using Dapper;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Remembers which message shows an incident's review in a room, so that it is edited and never repeated.</summary>
public sealed class ShownReviews(Database database)
{
    /// <param name="published">The message that says it is published; else the one that says it is drafted.</param>
    public Task<ShownCard?> Find(IncidentId incident, Room room, bool published, CancellationToken ct) => database.Read(
        async connection => await connection.QuerySingleOrDefaultAsync<Row>(
            "SELECT message, version FROM shown_reviews WHERE incident_id = @incident AND room_key = @room AND published = @stage",
            new { incident = $"{incident}", room = Key(room), stage = Bit(published) }) is { } row
                ? new ShownCard(new(room, row.Message), (int)row.Version)
                : null,
        ct);

    /// <summary>Keeps the newer of two versions.</summary>
    public Task Remember(IncidentId incident, bool published, ShownCard shown, CancellationToken ct) => database.WriteBehind(
        writing => writing.Execute(
            """
            INSERT INTO shown_reviews (incident_id, room_key, published, message, version)
            VALUES (@incident, @room, @stage, @message, @version)
            ON CONFLICT (incident_id, room_key, published) DO UPDATE SET message = excluded.message, version = excluded.version
            WHERE shown_reviews.version < excluded.version
            """,
            new
            {
                incident = $"{incident}",
                room = Key(shown.Message.Room),
                stage = Bit(published),
                message = shown.Message.Id,
                version = (long)shown.Version,
            }),
        ct);

    static string Key(Room room) => $"{room.Platform}:{room.Id}";

    static long Bit(bool yes) => yes ? 1 : 0;

    sealed record Row(string Message, long Version);
}
