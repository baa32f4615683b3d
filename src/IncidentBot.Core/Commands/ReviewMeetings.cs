using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Exports;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The meeting of a review for whoever may see the incident, to be put into a calendar.</summary>
public sealed class ReviewMeetings(VisibleIncidents visible, IIncidents incidents, ICurrentOrganisation organisation)
{
    /// <returns>Null when none is scheduled, or it is not theirs to see.</returns>
    public async Task<MeetingSheet?> Of(string reference, Person viewer, CancellationToken ct)
    {
        if (await visible.Find(reference, viewer, ct) is not { ReviewAt: { } at } incident)
            return null;
        var scheduled = (await incidents.History(incident.Id, ct)).Select(one => one.Fact).OfType<ReviewScheduled>().ToArray();
        return new(
            $"review-{incident.Id}@incidentbot", scheduled.Length - 1, $"Review of {incident.Reference}: {incident.Title}", at,
            scheduled[^1].From.At, organisation.Now.AddressOf($"{incident.Reference}"), incident.Bridge);
    }
}
