using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Incoming;

/// <summary>Takes one kind of what Slack sends.</summary>
public interface ITake
{
    /// <returns>Null: it is not of that kind.</returns>
    Task<Response>? Take(Arrival arrival);
}
