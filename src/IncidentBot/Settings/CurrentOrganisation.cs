using IncidentBot.Catalog;

namespace IncidentBot.Settings;

/// <summary>Holds the organisation in force, and swaps it as a whole.</summary>
public sealed class CurrentOrganisation(Organisation first) : ICurrentOrganisation
{
    volatile Organisation now = first;

    public Organisation Now => now;

    public void Replace(Organisation by) => now = by;
}
