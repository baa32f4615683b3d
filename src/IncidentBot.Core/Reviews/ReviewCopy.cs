using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Reviews;

/// <summary>A published review on its way out of the house.</summary>
/// <param name="Id">Of the incident, for good.</param>
/// <param name="DeclaredAt">When the incident was declared.</param>
/// <param name="Sheet">Null: it may not be seen outside, or not any more.</param>
public sealed record ReviewCopy(string Id, string Reference, DateTimeOffset DeclaredAt, ReviewSheet? Sheet)
{
    public string? Severity { get; init; }
    public string Status { get; init; } = "";
    public bool Drill { get; init; }
    public IncidentTimes Times { get; init; } = new();

    /// <summary>Where the incident is read on the web.</summary>
    public Uri? Incident { get; init; }

    /// <summary>Whether the review of an incident leaves the house: it is published, and everybody may know of it.</summary>
    public static bool Leaves(Incident incident) => incident is { Private: false, Practice: false, Review.IsPublished: true };

    public static ReviewCopy Of(Incident incident, IReadOnlyList<Recorded> history, Organisation org, CauseCount? causes) => new(
        $"{incident.Id}", $"{incident.Reference}", incident.Times.DeclaredAt ?? incident.LastChange,
        Leaves(incident) ? ReviewSheet.For(incident, history, PlainText.Of(Cards.IncidentWords.Heading(incident)), org, causes) : null)
    {
        Severity = incident.Severity?.Name,
        Status = $"{incident.Status}".ToLowerInvariant(),
        Drill = incident.Drill,
        Times = incident.Times,
        Incident = org.AddressOf($"{incident.Reference}"),
    };
}
