using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>A workstream beside the timeline: who led it and what came of it.</summary>
/// <param name="Lead">Null: nobody did.</param>
/// <param name="State">"open", "left open" where the incident is over, "done" or "dropped".</param>
/// <param name="Every">"30m"; "": nobody was asked.</param>
/// <param name="Outcome">What came of it, or why it was dropped; "": nobody said.</param>
/// <param name="Report">What was said of it last; null: nothing.</param>
public sealed record WorkstreamSheet(
    int Number, string Name, Person? Lead, string State, string Every, string Outcome, WorkstreamReport? Report)
{
    public static IReadOnlyList<WorkstreamSheet> Of(Incident incident) =>
    [
        .. incident.Workstreams.Select(one => new WorkstreamSheet(
            one.Number, one.Name, one.Lead, one.IsOpen && !incident.IsOpen ? "left open" : $"{one.State}".ToLowerInvariant(),
            one.Every?.Written() ?? "", one.Outcome, one.Report)),
    ];

    /// <summary>The outcome, else the last report; "": nobody said anything.</summary>
    public string Words => Outcome != "" ? Outcome : Report?.Text ?? "";
}
