namespace IncidentBot.Incidents;

/// <summary>How often something was the cause of other incidents within a year.</summary>
/// <param name="Category">Key of the category.</param>
/// <param name="Count">How many others, without drills and what turned out to be none.</param>
/// <param name="Newest">References of the latest of them, newest first.</param>
public sealed record CauseCount(string Category, int Count, IReadOnlyList<string> Newest);
