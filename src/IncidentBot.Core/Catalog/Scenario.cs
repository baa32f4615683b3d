namespace IncidentBot.Catalog;

/// <summary>The script of a drill: what happens at which minute while people practice.</summary>
/// <param name="Key">What people type: <c>drill database-full</c>.</param>
/// <param name="Severity">Name of a severity; null: the people say how bad it is.</param>
/// <param name="Steps">In the order they come.</param>
public sealed record Scenario(
    string Key, string Title, string Summary, string? Severity, IReadOnlyList<string> Services, IReadOnlyList<ScenarioStep> Steps);

/// <param name="At">How long after the drill began.</param>
/// <param name="Answer">What a good answer says, shown when it is over; null: it asks nothing.</param>
public sealed record ScenarioStep(TimeSpan At, ScenarioStepKind Kind, string Text, string? Answer = null);

public enum ScenarioStepKind
{
    /// <summary>As a monitoring system would say it.</summary>
    Alert,

    /// <summary>As a person would: a customer, the support, a boss.</summary>
    Note,

    /// <summary>Asked of the people who practice.</summary>
    Question,
}

/// <summary>A drill that begins by itself.</summary>
/// <param name="Cron">Five fields, in <paramref name="Zone"/>: "0 10 1 * *".</param>
/// <param name="Notice">How long before it is announced; null: it is a surprise.</param>
public sealed record DrillPlan(string Key, string Scenario, string Cron, TimeZoneInfo Zone, TimeSpan? Notice);
