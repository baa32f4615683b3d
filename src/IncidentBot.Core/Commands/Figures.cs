using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Metrics;

namespace IncidentBot.Commands;

/// <summary>Reports for a page or a picture, and the incidents behind a figure.</summary>
public sealed class Figures(IIncidents incidents, ICurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>With the end of the present hour, so that what is asked twice is answered alike.</summary>
    public (Asked Asked, string? Flaw) Read(string line, DateTimeOffset? until = null) =>
        Asked.Read(line, until ?? clock.GetUtcNow(), organisation.Now);

    /// <param name="viewer">Null: only what everybody may know of.</param>
    public Task<Report> Of(Asked asked, Person? viewer, CancellationToken ct) =>
        incidents.Report(asked, viewer, organisation.Now, ct);

    /// <summary>The incidents of a period that have this figure, the longest first; of the others the newest.</summary>
    public async Task<IReadOnlyList<Behind>> Behind(Report report, TimeFigure? figure, int most, CancellationToken ct)
    {
        var some = figure is null
            ? report.Incidents.Reverse().Take(most)
            : report.Incidents.Where(one => figure.Of(one) is not null).OrderByDescending(figure.Of).Take(most);
        var behind = new List<Behind>();
        foreach (var one in some)
            if (await incidents.Find(new Reference(organisation.Now.Prefix, one.Number), ct) is { } incident)
                behind.Add(new(
                    $"{incident.Reference}", incident.Title, incident.Severity?.Name, DateTimeOffset.FromUnixTimeMilliseconds(one.At),
                    figure?.Of(one) is { } span ? TimeSpan.FromMilliseconds(span) : null));
        return behind;
    }
}

/// <param name="Span">Of the figure that was asked for.</param>
public sealed record Behind(string Reference, string Title, string? Severity, DateTimeOffset DetectedAt, TimeSpan? Span);
