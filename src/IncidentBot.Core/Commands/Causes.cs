using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The three ways to ask why an incident happened, to be worked on by whoever may see it.</summary>
public sealed class Causes(VisibleIncidents visible, ICurrentOrganisation organisation)
{
    /// <inheritdoc cref="VisibleIncidents.Find"/>
    public async Task<CauseSheet?> Of(string reference, Person viewer, CancellationToken ct)
    {
        if (await visible.Find(reference, viewer, ct) is not { } incident)
            return null;
        var org = organisation.Now;
        return new(
            $"{incident.Reference}", incident.WhyProblem,
            [WhyOutline.Of(incident, org), FishboneOutline.Of(incident, org), FaultOutline.Of(incident, org)])
        {
            Version = incident.Version,
            Shut = incident.CausesShut() is Decision.Rejected shut ? shut.Reason : null,
        };
    }
}

/// <param name="Reference">E.g. "INC-12".</param>
/// <param name="Problem">What is asked about; one for all three.</param>
public sealed record CauseSheet(string Reference, string Problem, IReadOnlyList<CauseOutline> Outlines)
{
    /// <summary>Of the incident; what is of an earlier one is older news.</summary>
    public int Version { get; init; }

    /// <summary>Why nobody may change anything, and what to do about it; null: it is open.</summary>
    public ChatText? Shut { get; init; }
}
