namespace IncidentBot.Catalog;

/// <summary>What incidents can be told apart by.</summary>
public enum Facet
{
    Service,
    Team,
    Category,
    Severity,
    Source,
}
