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
        return await visible.Find(reference, viewer, ct) is { ReviewAt: not null } incident
            ? MeetingSheet.For(incident, (await incidents.History(incident.Id, ct)).Select(one => one.Fact), organisation.Now)
            : null;
    }
}
