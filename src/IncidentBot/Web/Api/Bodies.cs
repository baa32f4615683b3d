using System.ComponentModel;

namespace IncidentBot.Web.Api;

/// <summary>What is sent to declare an incident; only the title is required.</summary>
[Description("A new incident. Only the title is required.")]
public sealed record DeclareBody
{
    [Description("What is broken, in up to 200 characters.")]
    public string? Title { get; init; }

    [Description("What is known so far.")]
    public string? Summary { get; init; }

    [Description("A severity of the scale, such as SEV2.")]
    public string? Severity { get; init; }

    [Description("A priority of the scale, such as P1.")]
    public string? Priority { get; init; }

    [Description("Key or name of a category, such as network.")]
    public string? Category { get; init; }

    [Description("Key or name of an incident type of this organisation.")]
    public string? Type { get; init; }

    [Description("Keys or names of affected services of the catalogue.")]
    public IReadOnlyList<string>? Services { get; init; }

    [Description("Answers to the organisation's own fields, by key.")]
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    [Description("Who or what noticed it: an integration's name, or staff, user report, service desk. Default: api.")]
    public string? Source { get; init; }

    [Description("What a monitoring system calls the same thing; finds it when it comes back.")]
    public string? DedupKey { get; init; }

    [Description("Visible to its members only; the API is one of those it declares.")]
    public bool Private { get; init; }

    [Description("A practice incident.")]
    public bool Drill { get; init; }

    [Description("Reported, but nobody has looked yet.")]
    public bool Triage { get; init; }

    [Description("When the impact began. Default: now.")]
    public DateTimeOffset? StartedAt { get; init; }

    [Description("When it was noticed. Default: now.")]
    public DateTimeOffset? DetectedAt { get; init; }

    [Description("When it was over, for one that is written down afterwards.")]
    public DateTimeOffset? ResolvedAt { get; init; }
}

/// <summary>A command line, as a person would type it.</summary>
[Description("A command line, as a person would type it, without the bot's name.")]
public sealed record CommandBody
{
    [Description("Such as “resolve rolled back”. The incident is the one of the address and need not be named.")]
    public string? Line { get; init; }

    [Description("The answers of the form that the command would open, by name.")]
    public IReadOnlyDictionary<string, string>? Answers { get; init; }
}

/// <summary>What the bot answered to a command.</summary>
public sealed record CommandAnswer(
    [property: Description("The answer as plain text; its first line says what happened.")] string Text,
    [property: Description("True: nothing was done, and the text says why and what to do instead.")] bool Refused,
    [property: Description("The incident as it is now.")] IncidentBody Incident);

/// <summary>One page of a list.</summary>
public sealed record ListBody<T>(
    IReadOnlyList<T> Items,
    [property: Description("Send it as cursor to get the next page; null: there is none.")] string? Next);

/// <summary>Somebody, by id and by the name they go by.</summary>
public sealed record PersonBody(string Id, string Name);

/// <summary>A role of an incident and who holds it.</summary>
public sealed record RoleBody(
    [property: Description("Key of the role: manager, responder, …")] string Role,
    string Name,
    PersonBody Person,
    PersonBody? Deputy);

/// <summary>A room of an incident on a chat platform.</summary>
public sealed record RoomBody(string Platform, string Id, string Name);

/// <summary>An incident as the API shows it.</summary>
public sealed record IncidentBody(
    [property: Description("What people call it, and its place in this API.")] string Reference,
    string Title,
    [property: Description("triage, investigating, identified, monitoring, resolved, closed, declined, canceled, merged.")]
    string Status,
    string? Severity,
    string? Priority,
    string? Category,
    string? Type,
    string Source,
    bool Private,
    bool Drill,
    string? Summary,
    PersonBody? Lead,
    IReadOnlyList<RoleBody> Roles,
    IReadOnlyList<string> Services,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<RoomBody> Rooms,
    [property: Description("How many earlier incidents were the same thing.")] int Recurrences,
    [property: Description("How often it was suppressed: muted, in maintenance, its parent down.")] int Suppressions,
    DateTimeOffset? StartedAt,
    DateTimeOffset? DetectedAt,
    DateTimeOffset? DeclaredAt,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? RespondedAt,
    DateTimeOffset? MitigatedAt,
    DateTimeOffset? ResolvedAt,
    DateTimeOffset? ClosedAt,
    PersonBody? AcknowledgedBy,
    string? Parent,
    string? MergedInto,
    [property: Description("How many facts it has; grows with every change.")] int Version,
    [property: Description("Where it is read in a browser.")] string Url);

/// <summary>One fact of an incident's history, as people read it.</summary>
public sealed record TimelineEntry(
    [property: Description("From 1, in the order it was recorded.")] int Id,
    [property: Description("When it happened.")] DateTimeOffset At,
    [property: Description("When the bot learned of it.")] DateTimeOffset RecordedAt,
    [property: Description("declared, acknowledged, severity-changed, noted, …")] string Kind,
    PersonBody By,
    [property: Description("Where it was done: room, slack, teams, api, …; timer for the bot itself.")] string Surface,
    string Text,
    [property: Description("public, internal or hidden; the text of a hidden one is empty.")] string Visibility);

/// <summary>Something an incident is waiting for.</summary>
public sealed record TimerBody(
    string Reference,
    [property: Description("escalation, no-lead, update-due, …")] string Kind,
    DateTimeOffset DueAt);

/// <summary>What became of a page on one channel.</summary>
public sealed record DeliveryBody(
    string Id,
    string Reference,
    [property: Description("The same for every copy of one page.")] string Key,
    PersonBody Whom,
    [property: Description("room, slack, teams, mail, …")] string Channel,
    [property: Description("delivered, only when the provider said so, or undeliverable.")] string Outcome,
    string Detail,
    DateTimeOffset At);
