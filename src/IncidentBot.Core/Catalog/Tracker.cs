namespace IncidentBot.Catalog;

/// <summary>A list of work that others keep and follow-ups are mirrored to: "github", "jira", "webhook".</summary>
/// <param name="TakesPrivate">Whether it may know of private incidents.</param>
public sealed record Tracker(string Name, bool TakesPrivate);
