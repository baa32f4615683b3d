using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Lists what is owed and what was delivered, for somebody to look at; private incidents only for their members.</summary>
public sealed class Owed(Database database)
{
    public Task<Page<OwedTimer>> Timers(Person viewer, int limit, string? cursor, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<Page<Delivery>> Deliveries(Person viewer, int limit, string? cursor, CancellationToken ct) =>
        throw new NotImplementedException();

    internal Database Database => database;
}

/// <summary>Something an incident is waiting for.</summary>
public sealed record OwedTimer(string Reference, string Kind, DateTimeOffset Due);
