using IncidentBot.Catalog;

namespace IncidentBot.Incidents;

/// <summary>What one incident adds to the figures. Spans are in milliseconds; null where one of their two times is not known.</summary>
/// <param name="At">When it was detected, in Unix milliseconds; the period it belongs to.</param>
public sealed record Measured(int Number, long At)
{
    public bool Private { get; init; }
    public string? Severity { get; init; }
    public int? Rank { get; init; }
    public string? Category { get; init; }
    public string Source { get; init; } = "";

    /// <summary>The keys of its services, each between two commas: ",checkout,ledger,"; "" without any.</summary>
    public string Services { get; init; } = "";

    /// <summary>Detected − started.</summary>
    public long? Detect { get; init; }

    /// <summary>Acknowledged − detected.</summary>
    public long? Acknowledge { get; init; }

    /// <summary>Responded − detected.</summary>
    public long? Respond { get; init; }

    /// <summary>Resolved − detected.</summary>
    public long? Resolve { get; init; }

    /// <summary>Mitigated − started.</summary>
    public long? Mitigate { get; init; }

    /// <summary>Whether the first responder resolved it without an escalation; null: it is not resolved.</summary>
    public bool? FirstContact { get; init; }

    /// <summary>What its reporter answered, 1 to 5.</summary>
    public int? Satisfaction { get; init; }

    /// <summary>How many participants said how it was handled, and the sum of what they said, 1 to 5 each.</summary>
    public int Ratings { get; init; }
    public int RatingSum { get; init; }

    /// <summary>Whether the target for updates was missed.</summary>
    public bool LateUpdate { get; init; }

    /// <summary>In hundredths of the organisation's currency, at the rates that held when it last changed; null: nobody knows.</summary>
    public long? Cost { get; init; }

    /// <returns>Null for what doesn't count: drills, and what was canceled, declined or merged.</returns>
    public static Measured? Of(Incident incident, Organisation org)
    {
        if (incident.Drill || incident.Practice || incident.Status
            is IncidentStatus.Undeclared or IncidentStatus.Canceled or IncidentStatus.Declined or IncidentStatus.Merged
            || (incident.Times.DetectedAt ?? incident.Times.DeclaredAt) is not { } at)
            return null;
        var (times, resolved) = (incident.Times, incident.Times.ResolvedAt is not null);
        return new(incident.Reference.Number, at.ToUnixTimeMilliseconds())
        {
            Private = incident.Private,
            Severity = incident.Severity?.Name,
            Rank = incident.Severity?.Rank,
            Category = incident.Category,
            Source = incident.Source,
            Services = incident.Services.Count == 0 ? "" : $",{string.Join(',', incident.Services)},",
            // A start that was only taken over from the detection was measured by nobody, until somebody says it is right.
            Detect = times.StartedAt == times.DetectedAt && !incident.TimesConfirmed ? null : Span(times.StartedAt, times.DetectedAt),
            Acknowledge = Span(times.DetectedAt, times.AcknowledgedAt),
            Respond = Span(times.DetectedAt, times.RespondedAt),
            Resolve = Span(times.DetectedAt, times.ResolvedAt),
            Mitigate = Span(times.StartedAt, times.MitigatedAt),
            FirstContact = resolved ? incident.Handling.IsFirstContact : null,
            Satisfaction = incident.Satisfaction?.Score,
            Ratings = incident.Ratings.Count,
            RatingSum = incident.Ratings.Values.Sum(),
            LateUpdate = incident.MissedUpdate,
            Cost = resolved && incident.CostUntil(incident.LastChange, org) is { } cost ? (long)(cost.Total * 100) : null,
        };
    }

    /// <summary>Nothing is measured backwards: what was found after it was over has no time to resolve.</summary>
    static long? Span(DateTimeOffset? from, DateTimeOffset? to) =>
        from is { } start && to is { } end && end >= start ? (long)(end - start).TotalMilliseconds : null;
}

/// <summary>Which incidents are measured. What is null is not asked for.</summary>
/// <param name="Viewer">Private incidents count only for whoever may see them; null: none of them does.</param>
/// <param name="From">Those detected from then on, before <paramref name="To"/>.</param>
public sealed record MeasureFilter(Chat.Person? Viewer, DateTimeOffset From, DateTimeOffset To)
{
    public string? Service { get; init; }

    /// <summary>Key of a group that owns one of its services.</summary>
    public string? Team { get; init; }
    public string? Category { get; init; }
    public string? Severity { get; init; }
    public string? Source { get; init; }

    /// <summary>What they are told apart by; the others of these are left out of the answer.</summary>
    public Facet? By { get; init; }
}

/// <param name="Uncounted">How many older incidents, at most, are not counted in yet after an update of the bot.</param>
public sealed record Measurements(IReadOnlyList<Measured> Items, long Uncounted);
