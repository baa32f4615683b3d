using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Incoming;

/// <summary>Takes some kinds of what Teams sends.</summary>
public interface ITake
{
    /// <returns>Null: it is not of those kinds.</returns>
    Task<Response>? Take(Arrival arrival);
}
