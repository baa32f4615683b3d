namespace IncidentBot.Catalog;

/// <summary>A place outside of the bot that published reviews go to.</summary>
/// <param name="Name">"review-folder", "review-hook".</param>
/// <param name="Label">What people call it, within a sentence.</param>
public sealed record Outlet(string Name, string Label);
