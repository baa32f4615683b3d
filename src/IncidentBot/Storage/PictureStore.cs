using Dapper;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Copies of the pictures that people shared, and which of them are still to be fetched.</summary>
public sealed class PictureStore(Database database) : IKeptPictures
{
    const string Wanted = "wanted";
    const string Kept = "kept";
    const string Left = "left";

    /// <summary>It is to be fetched; said twice, it is fetched once.</summary>
    public Task Want(IncidentId incident, string file, string platform, string name, Uri address, DateTimeOffset at, CancellationToken ct) =>
        database.Write(
            writing => writing.Execute(
                """
                INSERT INTO pictures (incident_id, file, platform, name, address, state, why, type, tried, at, content)
                VALUES (@incident, @file, @platform, @name, @address, @state, '', '', 0, @at, NULL)
                ON CONFLICT (incident_id, file) DO NOTHING
                """,
                new
                {
                    incident = $"{incident}",
                    file = Storable.Text(file),
                    platform,
                    name = Storable.Text(name),
                    address = address.AbsoluteUri,
                    state = Wanted,
                    at = at.Stored(),
                }),
            ct);

    /// <summary>One that is here already, and so isn't fetched; put twice, it is kept once.</summary>
    public Task Put(WantedPicture one, string name, string type, byte[] content, DateTimeOffset at, CancellationToken ct) => database.Write(
        writing => writing.Execute(
            """
            INSERT INTO pictures (incident_id, file, platform, name, address, state, why, type, tried, at, content)
            VALUES (@incident, @file, @Platform, @name, @address, @Kept, '', @type, 0, @at, @content)
            ON CONFLICT (incident_id, file) DO NOTHING
            """,
            new
            {
                incident = $"{one.Incident}",
                file = Storable.Text(one.File),
                one.Platform,
                name = Storable.Text(name),
                address = one.Address.AbsoluteUri,
                Kept,
                type,
                at = at.Stored(),
                content,
            }),
        ct);

    /// <summary>Those that are to be fetched, whichever was tried least often first.</summary>
    public Task<IReadOnlyList<WantedPicture>> Owed(int limit, CancellationToken ct) => database.Read<IReadOnlyList<WantedPicture>>(
        async connection =>
        [
            .. (await connection.QueryAsync<(string Incident, string File, string Platform, string Address, long Tried)>(
                "SELECT incident_id, file, platform, address, tried FROM pictures WHERE state = @Wanted ORDER BY tried, at LIMIT @limit",
                new { Wanted, limit }))
                .Select(row => new WantedPicture(IncidentId.Parse(row.Incident), row.File, row.Platform, new(row.Address), (int)row.Tried)),
        ], ct);

    public Task Keep(WantedPicture one, string type, byte[] content, CancellationToken ct) => Settle(one, Kept, "", type, content, ct);

    /// <param name="why">In a sentence without its full stop.</param>
    public Task Leave(WantedPicture one, string why, CancellationToken ct) => Settle(one, Left, why, "", null, ct);

    public Task Tried(WantedPicture one, CancellationToken ct) => database.Write(
        writing => writing.Execute(
            "UPDATE pictures SET tried = tried + 1 WHERE incident_id = @incident AND file = @File",
            new { incident = $"{one.Incident}", one.File }),
        ct);

    public Task<IReadOnlyDictionary<string, PictureState>> Of(IncidentId incident, CancellationToken ct) =>
        database.Read<IReadOnlyDictionary<string, PictureState>>(
            async connection => (await connection.QueryAsync<(string File, string State, string Why)>(
                "SELECT file, state, why FROM pictures WHERE incident_id = @incident", new { incident = $"{incident}" }))
                .ToDictionary(row => row.File, row => new PictureState(row.State == Kept, row.Why)),
            ct);

    public Task<KeptPicture?> Read(IncidentId incident, string file, CancellationToken ct) => database.Read<KeptPicture?>(
        async connection => await connection.QueryFirstOrDefaultAsync<Row>(
            "SELECT name, type, content FROM pictures WHERE incident_id = @incident AND file = @file AND state = @Kept",
            new { incident = $"{incident}", file = Storable.Text(file), Kept }) is { } row
                ? new KeptPicture(row.Name, row.Type, row.Content)
                : null,
        ct);

    Task<int> Settle(WantedPicture one, string state, string why, string type, byte[]? content, CancellationToken ct) => database.Write(
        writing => writing.Execute(
            """
            UPDATE pictures SET state = @state, why = @why, type = @type, content = @content
            WHERE incident_id = @incident AND file = @File AND state = @Wanted
            """,
            new { incident = $"{one.Incident}", one.File, state, why = Storable.Text(why), type, content, Wanted }),
        ct);

    sealed record Row(string Name, string Type, byte[] Content);
}

/// <summary>A picture that is to be fetched.</summary>
public sealed record WantedPicture(IncidentId Incident, string File, string Platform, Uri Address, int Tried);
