using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Reviews;

/// <summary>All that a draft is made of.</summary>
sealed record Known(Incident Incident, IReadOnlyList<Recorded> History, Organisation Org, CauseCount? Causes)
{
    /// <summary>Whether a section says something without a word written by people.</summary>
    public static bool DrawsItself(string section) => section is "times" or "timeline" or "factors" or "actions";

    public IncidentTimes Times => Incident.Times;

    public IEnumerable<T> Of<T>()
        where T : IncidentEvent => History.Select(one => one.Fact).OfType<T>();

    public int Reminders(string kind) => Of<Reminded>().Count(one => one.Kind == kind);
}
