using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Remembers which message shows an incident's card in a room and which version, so that it is edited, never repeated, never taken back.</summary>
public sealed class Messages(Database database)
{
    public Task<ShownCard?> Find(IncidentId incident, Room room, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Keeps the newer of two versions.</summary>
    public Task Remember(IncidentId incident, ShownCard shown, CancellationToken ct) => throw new NotImplementedException();

    internal Database Database => database;
}

/// <param name="Version">The incident's version that it shows.</param>
public sealed record ShownCard(MessageRef Message, int Version);
