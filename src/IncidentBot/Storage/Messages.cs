using Dapper;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>
/// Remembers which message shows an incident's card in a room and which version, so that it is edited, never repeated,
/// never taken back.
/// </summary>
public sealed class Messages(Database database)
{
    public Task<ShownCard?> Find(IncidentId incident, Room room, CancellationToken ct) => database.Read(
        async connection => await connection.QuerySingleOrDefaultAsync<Row>(
            "SELECT message, version FROM messages WHERE incident_id = @incident AND room_key = @room",
            new { incident = $"{incident}", room = Key(room) }) is { } row
                ? new ShownCard(new(room, row.Message), (int)row.Version)
                : null,
        ct);

    /// <summary>Keeps the newer of two versions.</summary>
    public Task Remember(IncidentId incident, ShownCard shown, CancellationToken ct) => database.WriteBehind(
        writing => writing.Connection.ExecuteAsync(
            """
            INSERT INTO messages (incident_id, room_key, room_name, message, version)
            VALUES (@incident, @room, @name, @message, @Version)
            ON CONFLICT (incident_id, room_key) DO UPDATE SET message = excluded.message, version = excluded.version
            WHERE messages.version < excluded.version
            """,
            new
            {
                incident = $"{incident}",
                room = Key(shown.Message.Room),
                name = shown.Message.Room.Name,
                message = shown.Message.Id,
                shown.Version,
            },
            writing.Transaction),
        ct);

    /// <summary>Whose card a message is; null: nobody's.</summary>
    internal static async Task<IncidentId?> Shows(MessageRef message, Database database, CancellationToken ct) => await database.Read(
        connection => connection.QueryFirstOrDefaultAsync<string>(
            "SELECT incident_id FROM messages WHERE room_key = @room AND message = @Id",
            new { room = Key(message.Room), message.Id }),
        ct) is { } id ? IncidentId.Parse(id) : null;

    static string Key(Room room) => $"{room.Platform}:{room.Id}";

    sealed record Row(string Message, long Version);
}

/// <param name="Version">The incident's version that it shows.</param>
public sealed record ShownCard(MessageRef Message, int Version);
