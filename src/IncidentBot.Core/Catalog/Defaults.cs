namespace IncidentBot.Catalog;

/// <summary>What holds in an organisation that has written no file yet.</summary>
public static class Defaults
{
    public static readonly IReadOnlyList<SeverityLevel> Severities =
    [
        new(new("SEV1", 1), "Critical: customers can't use a core service", true, Minutes(20), Minutes(30))
        {
            ReviewWithin = new(3),
        },
        new(new("SEV2", 2), "High: a core service is badly degraded", true, Minutes(60), Minutes(60))
        {
            ReviewWithin = new(5, Business: true),
        },
        new(new("SEV3", 3), "Medium: some people are hit, or there is a way around", false, Minutes(240), null),
        new(new("SEV4", 4), "Low: a nuisance, nobody is stopped", false, null, null),
    ];

    public static readonly IReadOnlyList<PriorityLevel> Priorities =
    [
        new(new("P1", 1), "Urgent: drop everything"),
        new(new("P2", 2), "High: today"),
        new(new("P3", 3), "Normal: this week"),
        new(new("P4", 4), "Low: when there is time"),
    ];

    public static readonly IReadOnlyList<Category> Categories =
    [
        new("hardware", "Hardware failure"),
        new("software", "Software bug"),
        new("configuration", "Configuration"),
        new("performance", "Performance degradation"),
        new("network", "Network"),
        new("security", "Security breach", Private: true),
        new("power", "Power"),
        new("third-party", "Third party"),
        new("other", "Other"),
    ];

    public static readonly IReadOnlyList<RoleDescription> Roles =
    [
        new(Role.IncidentManager, "manager", "Incident manager", "Leads: decides, delegates, keeps the overview",
            ["Say that you have the lead", "Set severity and priority", "Hand out roles and tasks",
             "Keep the next update in sight", "Decide when it is over"], OneHolder: true),
        new(Role.OnCallResponder, "responder", "On-call responder", "First on the scene: acknowledges and investigates",
            ["Acknowledge", "Find out what is broken and for whom", "Ask for help early"], OneHolder: false),
        new(Role.ResponseTeam, "team", "Response team", "Works on the fix",
            ["Say what you are trying before you try it", "Note what you find", "Report to the incident manager"],
            OneHolder: false),
        new(Role.ServiceDesk, "desk", "Service desk", "Speaks with those who reported it",
            ["Collect reports and link them", "Tell reporters what is known", "Confirm the fix with them"], OneHolder: false),
        new(Role.CommunicationCoordinator, "communications", "Communication coordinator",
            "Keeps stakeholders and customers informed",
            ["Post updates on time", "Write for readers who don't know the system", "Say when the next update comes"],
            OneHolder: true),
        new(Role.TechnicalSpecialist, "specialist", "Technical specialist", "Knows the system that is broken",
            ["Explain what is likely", "Check risky steps before they are taken"], OneHolder: false),
        new(Role.ExecutiveStakeholder, "executive", "Executive stakeholder", "Decides what needs authority",
            ["Read the summary", "Clear the way: money, people, vendors", "Ask the incident manager, not the responders"],
            OneHolder: false),
    ];

    public static readonly IReadOnlyDictionary<Right, Holders> Rights = new Dictionary<Right, Holders>
    {
        [Right.Resolve] = Holders.Anybody,
        [Right.Publish] = Holders.Anybody,
        [Right.Close] = Holders.Anybody,
        [Right.SeePrivate] = Holders.Nobody,
        [Right.Administer] = Holders.Anybody,
    };

    /// <summary>With nobody named yet: where everybody looks, and in the end whoever declared it.</summary>
    public static readonly Ladder Ladder = new(
        "default", [], [], [new(Minutes(5), [new Target.AnnounceRooms(), new Target.HoldersOf(Role.OnCallResponder)])],
        Repeat: 3, new Target.Reporter());

    public static readonly IReadOnlyList<string> RecoveryChecklist =
        ["Service restored", "Data verified", "Monitoring green", "No residual issue"];

    public static readonly IReadOnlyList<string> FishboneCategories =
        ["People", "Process", "Technology", "Environment", "Third party", "Measurement"];

    static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
