using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>When and where a review is talked over, for people's calendars.</summary>
/// <param name="Uid">The same for every version of it, so that a calendar moves it instead of adding another.</param>
/// <param name="Version">Grows whenever it is moved or canceled, from 0.</param>
/// <param name="Bridge">Where people meet; null: not said.</param>
public sealed record MeetingSheet(string Uid, int Version, string Title, DateTimeOffset At, DateTimeOffset ChangedAt, Uri Incident, Uri? Bridge)
{
    /// <summary>How long it lasts, as nobody says that.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(1);

    /// <summary>It was to be, and will not.</summary>
    public bool Canceled { get; init; }

    /// <returns>Null: none was ever scheduled.</returns>
    public static MeetingSheet? For(Incident incident, IEnumerable<IncidentEvent> history, Organisation org)
    {
        var steps = history.Where(fact => fact is ReviewScheduled or ReviewWaived).ToArray();
        return steps.OfType<ReviewScheduled>().LastOrDefault() is not { } last ? null : new(
            $"review-{incident.Id}@incidentbot", steps.Length - 1, $"Review of {incident.Reference}: {incident.Title}", last.When,
            steps[^1].From.At, org.AddressOf($"{incident.Reference}"), incident.Bridge)
        {
            Canceled = incident.ReviewAt is null,
        };
    }
}
