namespace IncidentBot.Catalog;

/// <summary>What kind of failure it is: hardware, software, configuration, …</summary>
/// <param name="Private">Whether such incidents are private from the start (security).</param>
/// <param name="Team">The group that is called for it; null: none in particular.</param>
public sealed record Category(string Key, string Name, bool Private = false, string? Team = null);

/// <summary>A kind of incident with its own fields and defaults.</summary>
/// <param name="Fields">Keys of the custom fields that apply; empty: those that apply to every type.</param>
public sealed record IncidentType(string Key, string Name, bool Private, IReadOnlyList<string> Fields);

/// <summary>A question this organisation asks about its incidents.</summary>
/// <param name="RequiredFrom">The status that can't be reached without an answer; null: optional.</param>
public sealed record CustomField(
    string Key, string Label, FieldKind Kind, IReadOnlyList<string> Options, IncidentStatus? RequiredFrom);

public enum FieldKind
{
    Text,
    Number,
    Choice,
    Person,
    Date,
}

/// <summary>A declaration filled in beforehand: <c>declare template:db-failover</c>.</summary>
public sealed record Template(
    string Key, string Title, string? Severity, string? Priority, string? Category, string? Type,
    IReadOnlyList<string> Services, string? Summary);

/// <summary>An entry of the service catalogue.</summary>
/// <param name="Owner">Key of the group that owns it.</param>
/// <param name="Tier">1 is the most important; 0 when nobody said.</param>
/// <param name="Domain">application, infrastructure, network or security.</param>
public sealed record Service(
    string Key, string Name, string? Owner, int Tier, string? Domain, IReadOnlyList<string> DependsOn,
    IReadOnlyList<ServiceLink> Links, Uri? Runbook)
{
    /// <summary>What its runbook asks for, a line each; empty: the runbook is read elsewhere.</summary>
    public IReadOnlyList<string> RunbookChecklist { get; init; } = [];

    /// <summary>Those lines as a checklist of the incidents that hit it; null: there are none.</summary>
    /// <remarks>No key of the organisation's file has a colon, so it is nobody else's.</remarks>
    public Checklist? RunbookList => RunbookChecklist.Count == 0
        ? null
        : new($"runbook:{Key}", $"Runbook: {Name}", RunbookChecklist) { Services = [Key] };
}

public sealed record ServiceLink(string Label, Uri Address);

/// <summary>Where an incident stands in its life, in order.</summary>
public enum IncidentStatus
{
    Undeclared,
    Triage,
    Investigating,
    Identified,
    Monitoring,
    Resolved,
    Closed,
    Declined,
    Canceled,
    Merged,
}
