using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>What people said about an incident in its rooms, for as long as the incident is kept: chats forget.</summary>
public interface ITalkLog
{
    /// <summary>All of it as it reads now, in the order it was said; what was taken back is not in it.</summary>
    Task<IReadOnlyList<Talk>> Of(IncidentId incident, CancellationToken ct);
}
