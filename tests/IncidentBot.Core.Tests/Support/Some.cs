using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Support;

/// <summary>Test data. Name only what the test is about; the rest is some sensible value.</summary>
static class Some
{
    /// <summary>A Wednesday morning, so that nothing waits for a weekend by accident.</summary>
    public static readonly DateTimeOffset Moment = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static readonly Person Ada = new("ada", "Ada");
    public static readonly Person Grace = new("grace", "Grace");
    public static readonly Person Alan = new("alan", "Alan");
    public static readonly Person Mary = new("mary", "Mary");

    public static readonly Room Hallway = new("room", "hallway", "hallway");
    public static readonly Room OwnRoom = new("room", "inc-1", "inc-1-checkout-is-down");
    public static readonly Room SlackRoom = new("slack", "C-INC-1", "inc-1-checkout-is-down");

    public static readonly Severity Sev1 = new("SEV1", 1);
    public static readonly Severity Sev2 = new("SEV2", 2);
    public static readonly Severity Sev3 = new("SEV3", 3);
    public static readonly Severity Sev4 = new("SEV4", 4);
    public static readonly Priority P1 = new("P1", 1);
    public static readonly Priority P2 = new("P2", 2);
    public static readonly Priority P3 = new("P3", 3);

    public static readonly Resolution Fix = new("Rolled back", "Roll back again", null, "", "");

    /// <summary>An organisation with people and services, and else with everything at its default.</summary>
    public static Organisation Org(params IReadOnlyList<CustomField> fields) => new()
    {
        People =
        [
            new(Ada, [new("room", "ada"), new("slack", "U-ADA")], "ada@example.org", "Europe/Berlin"),
            new(Grace, [new("room", "grace")], null, null),
            new(Alan, [new("slack", "U-ALAN")], null, null),
        ],
        Groups = [new("payments", "Payments", ["ada", "grace"]), new("duty", "Duty managers", ["mary"])],
        Services =
        [
            new("checkout", "Checkout", "payments", 1, "application", ["ledger"], [], null),
            new("ledger", "Ledger", "payments", 2, "application", [], [], null),
        ],
        Fields = fields,
    };

    public static CustomField Field(
        string key, FieldKind kind = FieldKind.Text, IncidentStatus? requiredFrom = null,
        IReadOnlyList<string>? options = null) => new(key, $"Field {key}", kind, options ?? [], requiredFrom);

    public static Origin From(Person who, DateTimeOffset? at = null, string surface = "room") =>
        new(who, at ?? Moment, surface);

    public static Incident BlankIncident(int number = 1) =>
        new(new(new Guid(number, 0, 0, new byte[8])), new("INC", number));

    public static Declared Declaration(
        string title = "Checkout is down", IncidentStatus status = IncidentStatus.Investigating,
        Severity? severity = null, Priority? priority = null, bool @private = false, bool drill = false,
        bool practice = false, Room? room = null, Person? by = null, DateTimeOffset? at = null,
        IReadOnlyList<string>? services = null) => new(
            title, status, severity, priority, null, null, services ?? [], "staff", "fingerprint", @private, drill,
            practice, room, null, null, null, null, null, From(by ?? Ada, at));

    /// <summary>Open, declared by Ada at <see cref="Moment"/>, not acknowledged.</summary>
    public static Incident OpenIncident(
        string title = "Checkout is down", Severity? severity = null, Priority? priority = null, Person? lead = null,
        Room? room = null, Room? declaredIn = null, bool @private = false, bool drill = false, bool practice = false,
        int number = 1, IReadOnlyList<string>? services = null) => BlankIncident(number).Apply(
        [
            Declaration(title, IncidentStatus.Investigating, severity, priority, @private, drill, practice, declaredIn,
                services: services),
            .. lead is null ? [] : new IncidentEvent[]
            {
                new RoleAssigned(Role.IncidentManager, "Incident manager", lead, true, From(Ada)),
            },
            .. room is null ? [] : new IncidentEvent[] { new RoomOpened(room, Origin.Timer(Moment)) },
        ]);

    public static Incident TriagedIncident(Severity? severity = null) =>
        BlankIncident().Apply([Declaration(status: IncidentStatus.Triage, severity: severity)]);

    public static Incident AcknowledgedIncident(Severity? severity = null, Person? by = null) =>
        OpenIncident(severity: severity).Apply(new Acknowledged(From(by ?? Ada)));

    public static Incident ResolvedIncident(Severity? severity = null, Room? room = null) =>
        OpenIncident(severity: severity, room: room).Apply(new Resolved(Fix, From(Ada)));

    public static Incident ClosedIncident(Severity? severity = null, Room? room = null) =>
        ResolvedIncident(severity, room).Apply(new Closed(From(Ada)));

    /// <summary>An incident in that status, by the shortest way there.</summary>
    public static Incident IncidentIn(IncidentStatus status) => status switch
    {
        IncidentStatus.Undeclared => BlankIncident(),
        IncidentStatus.Triage => TriagedIncident(),
        IncidentStatus.Investigating => OpenIncident(),
        IncidentStatus.Identified or IncidentStatus.Monitoring =>
            OpenIncident().Apply(new StatusChanged(IncidentStatus.Investigating, status, "", From(Ada))),
        IncidentStatus.Resolved => ResolvedIncident(),
        IncidentStatus.Closed => ClosedIncident(),
        IncidentStatus.Declined => TriagedIncident().Apply(new Declined("", From(Ada))),
        IncidentStatus.Canceled => OpenIncident().Apply(new Canceled("", From(Ada))),
        IncidentStatus.Merged =>
            OpenIncident().Apply(new Merged(OpenIncident(number: 2).Id.ToString(), "INC-2", From(Ada))),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
