namespace IncidentBot.Catalog;

/// <summary>What is hit and how long it can wait: the answers that suggest a severity and a priority.</summary>
public sealed record Assessment(Extent Users, Extent Services, Extent Revenue, Extent Data, Urgency Urgency)
{
    /// <summary>The worst of the four decides; when in doubt, higher.</summary>
    public Extent Impact => new[] { Users, Services, Revenue, Data }.Max();
}

/// <summary>The impact × urgency matrix and the guard between the two scales.</summary>
public static class Rating
{
    /// <summary>
    /// Severity follows impact; priority follows impact and urgency together, and a critical incident is always urgent.
    /// Scales of another length are met in proportion.
    /// </summary>
    public static (Severity Severity, Priority Priority) Suggest(this Organisation organisation, Assessment answers)
    {
        var severity = At(organisation.Severities, Extent.All - answers.Impact, 3).Severity;
        var priority = severity.IsCritical
            ? organisation.Priorities[0].Priority
            : At(organisation.Priorities, (Extent.All - answers.Impact) + (int)answers.Urgency, 6).Priority;
        return (severity, priority);
    }

    /// <summary>Whether the pair breaks "a critical incident is always urgent".</summary>
    public static bool Contradict(Severity? severity, Priority? priority) =>
        severity is { IsCritical: true } && priority is { IsUrgent: false };

    static T At<T>(IReadOnlyList<T> scale, int step, int last) =>
        scale[(int)Math.Round((scale.Count - 1) * (double)step / last, MidpointRounding.ToZero)];
}
