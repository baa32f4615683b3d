using IncidentBot.Catalog;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>Whether people may work on why it happened: until it is closed, and after that while its review goes on.</summary>
    public bool CausesOpen => !IsOver || (Status == IncidentStatus.Closed && Review is { State: not ReviewState.Closed });

    /// <returns>Null: people may work on why it happened.</returns>
    internal Decision? CausesShut() =>
        CausesOpen ? null
        : Status != IncidentStatus.Closed ? NotOpen()
        : Review is null ? Reject($"{Name} is closed and has no review. Open one: {Code($"pir {Name} start")}.")
        : Reject($"The review of {Name} is closed, and why it happened stays as it is. Reopen the review: {Code($"pir {Name} reopen")}.");

    /// <summary>What is told to whoever writes over something that they have not seen.</summary>
    /// <param name="seen">What stood there when they began; null: not said.</param>
    static Decision? Overtaken(string? seen, string now, string wanted, string field) =>
        seen is null || seen == now || wanted.Trim() == now ? null
        : Reject($"Somebody changed it meanwhile: “{(now == "" ? "nothing" : now)}” stands there now. Save again to put yours in its place.", field);
}
