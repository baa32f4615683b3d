using Dapper;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Remembers which message shows an incident's checklists in a room, so that it is edited and never repeated.</summary>
public sealed class ShownChecklists(Database database)
{
    public Task<ShownCard?> Find(IncidentId incident, Room room, CancellationToken ct) => database.Read(
        async connection => await connection.QuerySingleOrDefaultAsync<Row>(
            "SELECT message, version FROM shown_checklists WHERE incident_id = @incident AND room_key = @room",
            new { incident = $"{incident}", room = Key(room) }) is { } row
                ? new ShownCard(new(room, row.Message), (int)row.Version)
                : null,
        ct);

    /// <summary>Keeps the newer of two versions.</summary>
    public Task Remember(IncidentId incident, ShownCard shown, CancellationToken ct) => database.WriteBehind(
        writing => writing.Execute(
            """
            INSERT INTO shown_checklists (incident_id, room_key, message, version)
            VALUES (@incident, @room, @message, @version)
            ON CONFLICT (incident_id, room_key) DO UPDATE SET message = excluded.message, version = excluded.version
            WHERE shown_checklists.version < excluded.version
            """,
            new
            {
                incident = $"{incident}",
                room = Key(shown.Message.Room),
                message = shown.Message.Id,
                version = (long)shown.Version,
            }),
        ct);

    static string Key(Room room) => $"{room.Platform}:{room.Id}";

    sealed record Row(string Message, long Version);
}
