namespace IncidentBot.Catalog;

/// <summary>Where the organisation in force came from, and what is wrong with a newer version that was refused.</summary>
/// <param name="Path">Full path; shown to administrators only.</param>
/// <param name="Hash">First digits of the SHA-256 of what is in force; null: there is no file, the defaults hold.</param>
/// <param name="LoadedAt">When what is in force was read.</param>
/// <param name="Refused">One line per error of the newer version; empty: nothing was refused.</param>
public sealed record OrganisationFile(
    string Path, string? Hash, DateTimeOffset LoadedAt, IReadOnlyList<string> Refused);
