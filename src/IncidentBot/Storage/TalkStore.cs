using Dapper;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>What people said in the rooms of incidents, and up to where each of their other rooms has shown it.</summary>
public sealed class TalkStore(Database database, Outbox outbox) : IListener, ITalkLog
{
    const string Columns =
        "number, platform, room_id AS Room, room_name AS RoomName, message, by_id AS ById, by_name AS ByName, words, at";

    public Task Heard(Talk talk, CancellationToken ct) => database.Write(writing => Enter(talk, writing), ct);

    public Task Corrected(Room room, string id, string? words, CancellationToken ct) => database.Write(
        writing => writing.Execute(
            words is null
                ? "DELETE FROM talk WHERE platform = @Platform AND room_id = @Id AND message = @message"
                : "UPDATE talk SET words = @words WHERE platform = @Platform AND room_id = @Id AND message = @message",
            new { room.Platform, room.Id, message = id, words = Storable.Text(words ?? "") }),
        ct);

    /// <summary>The same, unless somebody was quicker.</summary>
    /// <param name="was">What it said; null: whatever it said.</param>
    public Task Amended(Room room, string id, string? was, string? words, CancellationToken ct) => was is null || words is null
        ? Corrected(room, id, words, ct)
        : database.Write(
            writing => writing.Execute(
                "UPDATE talk SET words = @words WHERE platform = @Platform AND room_id = @Id AND message = @message AND words = @was",
                new { room.Platform, room.Id, message = id, words = Storable.Text(words), was = Storable.Text(was) }),
            ct);

    /// <summary>What was heard in a room since then.</summary>
    public Task<IReadOnlyList<Heard>> Since(Room room, DateTimeOffset since, CancellationToken ct) => database.Read<IReadOnlyList<Heard>>(
        async connection =>
        [
            .. (await connection.QueryAsync<(string Message, string Words, long At)>(
                "SELECT message, words, at FROM talk WHERE platform = @Platform AND room_id = @Id AND at >= @since",
                new { room.Platform, room.Id, since = since.Stored() })).Select(row => new Heard(row.Message, row.Words, Instant.Read(row.At))),
        ], ct);

    /// <summary>The same in the transaction that stores the message itself.</summary>
    /// <returns>Whether it is news to an incident.</returns>
    internal async Task<bool> Enter(Talk talk, Writing writing)
    {
        if (await writing.One<string>(
            "SELECT incident_id FROM rooms WHERE platform = @Platform AND room_id = @Id", new { talk.In.Platform, talk.In.Id })
            is not { } incident)
            return false;
        // Numbers become visible in their order: who shows number 5 will never find a 4 later.
        await outbox.Lock(IncidentId.Parse(incident), writing);
        if (await writing.Execute(
            """
            INSERT INTO talk (incident_id, platform, room_id, room_name, message, by_id, by_name, words, at)
            VALUES (@incident, @Platform, @room, @Name, @message, @by, @byName, @words, @at)
            ON CONFLICT (platform, room_id, message) DO NOTHING
            """,
            new
            {
                incident,
                talk.In.Platform,
                room = talk.In.Id,
                talk.In.Name,
                message = talk.Id,
                by = talk.By.Id,
                byName = Storable.Text(talk.By.Name),
                words = Storable.Text(talk.Words),
                at = talk.At.Stored(),
            }) == 0)
            return false;
        var others = await writing.All<(string Platform, string Id)>(
            """
            SELECT platform, room_id FROM rooms
            WHERE incident_id = @incident AND NOT (platform = @Platform AND room_id = @Id)
            """,
            new { incident, talk.In.Platform, talk.In.Id });
        await outbox.Add(
            writing, IncidentId.Parse(incident), others.Select(room => new Errand.Relay(new(room.Platform, room.Id, ""))), talk.At);
        return true;
    }

    /// <summary>The rooms of incidents that are open, where people may be talking now.</summary>
    public Task<IReadOnlyList<Room>> OpenRooms(string platform, CancellationToken ct) => database.Read<IReadOnlyList<Room>>(
        async connection =>
        [
            .. (await connection.QueryAsync<string>(
                """
                SELECT rooms.room_id FROM rooms JOIN incidents ON incidents.id = rooms.incident_id
                WHERE rooms.platform = @platform AND incidents.open = 1 ORDER BY incidents.number
                """,
                new { platform })).Select(id => new Room(platform, id, "")),
        ], ct);

    /// <summary>What was said in the other rooms and is not shown in this one yet, in its order.</summary>
    public Task<IReadOnlyList<Said>> Unshown(IncidentId incident, Room room, int limit, CancellationToken ct) =>
        database.Read<IReadOnlyList<Said>>(async connection =>
        [
            .. (await connection.QueryAsync<Row>(
                $"""
                SELECT {Columns} FROM talk
                WHERE incident_id = @incident AND NOT (platform = @Platform AND room_id = @Id)
                  AND number > coalesce((SELECT number FROM talk_shown WHERE platform = @Platform AND room_id = @Id), 0)
                ORDER BY number LIMIT @limit
                """,
                new { incident = $"{incident}", room.Platform, room.Id, limit })).Select(row => row.Read()),
        ], ct);

    public Task<IReadOnlyList<Talk>> Of(IncidentId incident, CancellationToken ct) => database.Read<IReadOnlyList<Talk>>(
        async connection =>
        [
            .. (await connection.QueryAsync<Row>(
                $"SELECT {Columns} FROM talk WHERE incident_id = @incident ORDER BY at, number",
                new { incident = $"{incident}" })).Select(row => row.Read().Talk),
        ], ct);

    /// <param name="caughtUp">Set when all that had happened by then was summed up; null leaves it.</param>
    public Task Shown(Room room, long number, DateTimeOffset? caughtUp, CancellationToken ct) => database.WriteBehind(
        writing => writing.Execute(
            """
            INSERT INTO talk_shown (platform, room_id, number, caught_up) VALUES (@Platform, @Id, @number, @at)
            ON CONFLICT (platform, room_id) DO UPDATE SET
              number = CASE WHEN excluded.number > talk_shown.number THEN excluded.number ELSE talk_shown.number END,
              caught_up = CASE WHEN excluded.caught_up > talk_shown.caught_up THEN excluded.caught_up ELSE talk_shown.caught_up END
            """,
            new { room.Platform, room.Id, number, at = caughtUp?.Stored() ?? 0 }),
        ct);

    /// <summary>By when everything had been summed up in this room; null: it never had to be.</summary>
    public Task<DateTimeOffset?> CaughtUp(Room room, CancellationToken ct) => database.Read<DateTimeOffset?>(
        async connection => await connection.QueryFirstOrDefaultAsync<long?>(
            "SELECT caught_up FROM talk_shown WHERE platform = @Platform AND room_id = @Id", new { room.Platform, room.Id })
            is > 0 and var at ? Instant.Read(at) : null,
        ct);

    sealed record Row(
        long Number, string Platform, string Room, string RoomName, string Message, string ById, string ByName, string Words, long At)
    {
        public Said Read() => new(
            Number, new(new(Platform, Room, RoomName), Message, new(ById, ByName), Words, Instant.Read(At)));
    }
}

/// <param name="Number">Its place in everything that was said about the incident.</param>
public sealed record Said(long Number, Talk Talk);

/// <summary>What is kept of a message.</summary>
public sealed record Heard(string Id, string Words, DateTimeOffset At);
