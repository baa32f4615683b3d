using Dapper;
using IncidentBot.Chat;
using IncidentBot.Rooms;

namespace IncidentBot.Storage;

/// <summary>The rooms on the web, in tables of their own.</summary>
public sealed class RoomStore(Database database, FactJson json, TalkStore talk, Signals signals, TimeProvider clock) : IRoomStore, IRoomNews
{
    const string Posted = "SELECT * FROM web_messages WHERE room_id = @roomId AND post_key = @key";

    public Task Next => signals.Rooms.Next;

    public async Task<WebRoom> Open(RoomWanted wanted, CancellationToken ct) =>
        await database.Read(connection => connection.QuerySingleOrDefaultAsync<RoomRow>(
            "SELECT * FROM web_rooms WHERE plan_key = @PlanKey", new { wanted.PlanKey }), ct) is { } open
            ? open.Room is { Archived: true } room ? await TakeOut(room, ct) : open.Room
            : await database.Write(writing => Open(wanted, writing), ct);

    async Task<WebRoom> Open(RoomWanted wanted, Writing writing)
    {
        foreach (var name in RoomNames.Candidates(wanted.Name))
        {
            await writing.Connection.ExecuteAsync(
                """
                INSERT INTO web_rooms (id, plan_key, kind, name, topic, private, archived, revision, posted)
                VALUES (@id, @PlanKey, @kind, @name, @Topic, @hidden, 0, 0, 0)
                ON CONFLICT DO NOTHING
                """,
                new
                {
                    id = wanted.Id ?? $"{Guid.NewGuid():N}",
                    wanted.PlanKey,
                    kind = $"{wanted.Kind}",
                    name,
                    wanted.Topic,
                    hidden = wanted.Private ? 1 : 0,
                },
                writing.Transaction);
            // Nothing under this key now: somebody else's room has the name.
            if (await writing.Connection.QuerySingleOrDefaultAsync<RoomRow>(
                "SELECT * FROM web_rooms WHERE plan_key = @PlanKey", new { wanted.PlanKey }, writing.Transaction) is not { } row)
                continue;
            if (wanted.Member is { } member)
                await Join(row.Id, member, writing);
            writing.Afterwards(signals.Rooms.Raise);
            return row.Room;
        }
        throw new ChatRefusedException($"Every name like {wanted.Name} is taken.");
    }

    public async Task<WebRoom?> Find(string id, CancellationToken ct) => (await database.Read(
        connection => connection.QuerySingleOrDefaultAsync<RoomRow>(
            "SELECT * FROM web_rooms WHERE id = @id", new { id }), ct))?.Room;

    public async Task<WebRoom?> Find(string id, Person viewer, CancellationToken ct) => (await database.Read(
        connection => connection.QuerySingleOrDefaultAsync<RoomRow>(
            """
            SELECT * FROM web_rooms WHERE id = @id AND (private = 0 OR EXISTS (
                SELECT 1 FROM web_members WHERE room_id = web_rooms.id AND person_id = @person))
            """,
            new { id, person = viewer.Id }), ct))?.Room;

    public async Task<IReadOnlyList<WebRoom>> SeenBy(Person viewer, CancellationToken ct) =>
    [
        .. (await database.Read(
            connection => connection.QueryAsync<RoomRow>(
                """
                SELECT * FROM web_rooms WHERE archived = 0 AND (private = 0 OR EXISTS (
                    SELECT 1 FROM web_members WHERE room_id = web_rooms.id AND person_id = @person))
                ORDER BY CASE kind WHEN 'Own' THEN 1 ELSE 0 END, posted DESC, name
                LIMIT 500
                """,
                new { person = viewer.Id }), ct)).Select(row => row.Room),
    ];

    public Task<WebRoom?> Furnish(string id, string name, string topic, bool @private, CancellationToken ct) =>
        database.Write(async writing =>
        {
            var row = await writing.Connection.QuerySingleOrDefaultAsync<RoomRow>(
                "UPDATE web_rooms SET revision = revision + 1 WHERE id = @id RETURNING *", new { id }, writing.Transaction);
            if (row is null)
                return null;
            var free = row.Name;
            if (!RoomNames.Candidates(name).Take(20).Contains(row.Name))
                free = await Free(name, writing);
            await writing.Connection.ExecuteAsync(
                "UPDATE web_rooms SET name = @free, topic = @topic, private = @hidden WHERE id = @id",
                new { id, free, topic, hidden = @private ? 1 : 0 },
                writing.Transaction);
            writing.Afterwards(signals.Rooms.Raise);
            return row.Room with { Name = free, Topic = topic, Private = @private };
        }, ct);

    static async Task<string> Free(string name, Writing writing)
    {
        foreach (var candidate in RoomNames.Candidates(name))
            if (await writing.Connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM web_rooms WHERE name = @candidate", new { candidate }, writing.Transaction) == 0)
                return candidate;
        throw new ChatRefusedException($"Every name like {name} is taken.");
    }

    public Task Archive(string id, CancellationToken ct) => database.Write(async writing =>
    {
        writing.Afterwards(signals.Rooms.Raise);
        return await writing.Connection.ExecuteAsync(
            "UPDATE web_rooms SET archived = 1, revision = revision + 1 WHERE id = @id", new { id }, writing.Transaction);
    }, ct);

    /// <summary>Out of the archive, where the incident it is about came back.</summary>
    async Task<WebRoom> TakeOut(WebRoom room, CancellationToken ct)
    {
        await database.Write(async writing =>
        {
            writing.Afterwards(signals.Rooms.Raise);
            return await writing.Connection.ExecuteAsync(
                "UPDATE web_rooms SET archived = 0, revision = revision + 1 WHERE id = @Id", new { room.Id }, writing.Transaction);
        }, ct);
        return room with { Archived = false, Revision = room.Revision + 1 };
    }

    public Task Join(string id, Person person, CancellationToken ct) =>
        database.Write(writing => Join(id, person, writing), ct);

    async Task<int> Join(string id, Person person, Writing writing)
    {
        writing.Afterwards(signals.Rooms.Raise);
        return await writing.Connection.ExecuteAsync(
            """
            INSERT INTO web_members (room_id, person_id) SELECT id, @person FROM web_rooms WHERE id = @id
            ON CONFLICT DO NOTHING
            """,
            new { id, person = person.Id },
            writing.Transaction);
    }

    public async Task<WebMessage> Post(
        string roomId, string key, Person author, string? words, Card? card, CancellationToken ct)
    {
        var message = new
        {
            id = $"{Guid.NewGuid():N}",
            roomId,
            key,
            author = author.Id,
            name = author.Name,
            words,
            card = card is null ? null : json.Write(card),
            now = clock.NowStored(),
        };
        if (await database.Read(connection => connection.QuerySingleOrDefaultAsync<MessageRow>(Posted, message), ct) is { } already)
            return already.Read(json);
        return author == Person.Bot ? await database.WriteBehind(Write, ct) : await database.Write(Write, ct);

        async Task<WebMessage> Write(Writing writing)
        {
            // Holds the room's row until the commit, so that revisions become visible in their order.
            if (await writing.Execute(
                "UPDATE web_rooms SET revision = revision + 1, posted = revision + 1 WHERE id = @roomId", message) == 0)
                throw new ChatRefusedException("There is no such room on the web.");
            var row = await writing.One<MessageRow>(
                """
                INSERT INTO web_messages (
                  id, room_id, post_key, author_id, author_name, words, card, version, place, revision, posted_at)
                SELECT @id, @roomId, @key, @author, @name, @words, @card, 0, revision, revision, @now
                FROM web_rooms WHERE id = @roomId
                ON CONFLICT DO NOTHING
                RETURNING *
                """, message);
            if (row is null)
                writing.Undo();
            else if (words is not null)
                await talk.Enter(new(new(WebRoom.Platform, roomId, ""), row.Id, author, words, Instant.Read(row.Posted_At)), writing);
            writing.Afterwards(signals.Rooms.Raise);
            return (row ?? (await writing.One<MessageRow>(Posted, message))!).Read(json);
        }
    }

    public Task Edit(string roomId, string messageId, Card card, int version, CancellationToken ct) =>
        database.WriteBehind(async writing =>
        {
            var edited = await writing.One<long?>(
                """
                UPDATE web_rooms SET revision = revision + 1
                WHERE id = @roomId AND EXISTS (SELECT 1 FROM web_messages WHERE id = @messageId AND room_id = @roomId)
                RETURNING revision
                """,
                new { roomId, messageId }) is { } revision
                ? await writing.Execute(
                    """
                    UPDATE web_messages SET card = @card, version = @version, revision = @revision, edited_at = @now
                    WHERE id = @messageId AND version < @version
                    """,
                    new { messageId, card = json.Write(card), version, revision, now = clock.NowStored() })
                : throw new ChatRefusedException("There is no such message on the web.");
            writing.Afterwards(signals.Rooms.Raise);
            return edited;
        }, ct);

    public async Task<IReadOnlyList<WebMessage>> Before(string roomId, long place, int limit, CancellationToken ct) =>
    [
        .. (await database.Read(
            connection => connection.QueryAsync<MessageRow>(
                """
                SELECT * FROM web_messages WHERE room_id = @roomId AND place < @place
                ORDER BY place DESC LIMIT @limit
                """,
                new { roomId, place, limit }), ct)).Select(row => row.Read(json)).Reverse(),
    ];

    public async Task<IReadOnlyList<WebMessage>> After(string roomId, long revision, int limit, CancellationToken ct) =>
    [
        .. (await database.Read(
            connection => connection.QueryAsync<MessageRow>(
                """
                SELECT * FROM web_messages WHERE room_id = @roomId AND revision > @revision
                ORDER BY revision LIMIT @limit
                """,
                new { roomId, revision, limit }), ct)).Select(row => row.Read(json)),
    ];

    sealed class RoomRow
    {
        public string Id { get; init; } = "";
        public string Plan_Key { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Name { get; init; } = "";
        public string Topic { get; init; } = "";
        public int Private { get; init; }
        public int Archived { get; init; }
        public long Revision { get; init; }
        public long Posted { get; init; }

        public WebRoom Room => new(
            Id, Plan_Key, Enum.Parse<RoomKind>(Kind), Name, Topic, Private != 0, Archived != 0, Revision, Posted);
    }

    sealed class MessageRow
    {
        public string Id { get; init; } = "";
        public string Room_Id { get; init; } = "";
        public string Author_Id { get; init; } = "";
        public string Author_Name { get; init; } = "";
        public string? Words { get; init; }
        public string? Card { get; init; }
        public long Place { get; init; }
        public long Revision { get; init; }
        public long Posted_At { get; init; }
        public long? Edited_At { get; init; }

        public WebMessage Read(FactJson json) => new(
            Id, Room_Id, new(Author_Id, Author_Name), Words,
            Card is null ? null : json.Read<Card>(Card), Place, Revision,
            Instant.Read(Posted_At), Edited_At is { } at ? Instant.Read(at) : null);
    }
}
