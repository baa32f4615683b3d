using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>A row of the index, as the lists read it.</summary>
sealed record IndexRow(
    long Number, string Id, string Title, string Status, long Open, string? Severity, long? SeverityRank,
    string? Priority, long? PriorityRank, long Standing, string? LeadId, string? LeadName, long Acknowledged,
    long Private, long Drill, long DeclaredAt, string? HowTo)
{
    public const string Columns =
        """
        i.number, i.id, i.title, i.status, i.open, i.severity, i.severity_rank AS SeverityRank, i.priority,
        i.priority_rank AS PriorityRank, i.standing, i.lead_id AS LeadId, i.lead_name AS LeadName, i.acknowledged, i.private, i.drill,
        i.declared_at AS DeclaredAt, i.how_to AS HowTo
        """;

    public IncidentRow Read(Organisation org) => new(
        IncidentId.Parse(Id), new(org.Prefix, (int)Number), Title, Enum.Parse<IncidentStatus>(Status),
        Severity is null ? null : new(Severity, (int)SeverityRank!.Value),
        Priority is null ? null : new(Priority, (int)PriorityRank!.Value),
        Lead(org), Acknowledged == 1, Private == 1, Drill == 1, Instant.Read(DeclaredAt), HowTo);

    Person? Lead(Organisation org) =>
        LeadId is null ? null
        : LeadId.Split(':', 2) is [var platform, var account] ? org.PersonOf(new(platform, account), LeadName!)
        : new(LeadId, LeadName!);
}
