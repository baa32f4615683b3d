using IncidentBot.Chat;

namespace IncidentBot.Catalog;

/// <summary>
/// Everything that an organisation decides about its incidents: scales, categories, services, people, rights, ladders.
/// Read from one file that it keeps in version control; replaced as a whole when that file changes.
/// </summary>
public sealed record Organisation
{
    public string Prefix { get; init; } = "INC";

    /// <summary>Where people reach the bot in a browser.</summary>
    public Uri PublicUrl { get; init; } = new("http://localhost:3978");

    /// <summary>The chat platforms that are switched on: "room" always, "slack", "teams".</summary>
    public IReadOnlyList<string> Platforms { get; init; } = ["room"];

    /// <summary>Where follow-ups are mirrored to; none unless the settings name one.</summary>
    public IReadOnlyList<Tracker> Trackers { get; init; } = [];

    /// <summary>Where published reviews go; nowhere unless the settings name something.</summary>
    public IReadOnlyList<Outlet> Outlets { get; init; } = [];

    /// <summary>Whether people can be reached by mail.</summary>
    public bool SendsMail { get; init; }

    public IReadOnlyList<SeverityLevel> Severities { get; init; } = Defaults.Severities;
    public IReadOnlyList<PriorityLevel> Priorities { get; init; } = Defaults.Priorities;
    public IReadOnlyList<Category> Categories { get; init; } = Defaults.Categories;
    public IReadOnlyList<IncidentType> Types { get; init; } = [];
    public IReadOnlyList<CustomField> Fields { get; init; } = [];
    public IReadOnlyList<Template> Templates { get; init; } = [];
    public IReadOnlyList<Service> Services { get; init; } = [];
    public IReadOnlyList<Member> People { get; init; } = [];
    public IReadOnlyList<Group> Groups { get; init; } = [];
    public IReadOnlyList<RoleDescription> Roles { get; init; } = Defaults.Roles;
    public IReadOnlyDictionary<Right, Holders> Rights { get; init; } = Defaults.Rights;
    public IReadOnlyList<Ladder> Ladders { get; init; } = [Defaults.Ladder];
    /// <summary>Scripts of drills: its own, and those that come with the bot.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; init; } = Catalog.Scenarios.Shipped;

    /// <summary>Drills that begin by themselves.</summary>
    public IReadOnlyList<DrillPlan> Drills { get; init; } = [];
    public IReadOnlyList<Checklist> Checklists { get; init; } = [];
    public IReadOnlyList<string> RecoveryChecklist { get; init; } = Defaults.RecoveryChecklist;

    /// <summary>What a fishbone asks about, in this order.</summary>
    public IReadOnlyList<string> FishboneCategories { get; init; } = Defaults.FishboneCategories;
    public Reminders Reminders { get; init; } = new();
    public Reviewing Reviewing { get; init; } = Reviewing.Usual;

    /// <summary>In whose days it counts, where people of many zones have to agree.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
    public TimelineRules Timeline { get; init; } = TimelineRules.Usual;

    public Feedback Feedback { get; init; } = Feedback.Usual;

    /// <summary>Whether the figures of the week are said in the announce rooms, on Monday at 9:00.</summary>
    public bool WeeklyDigest { get; init; } = true;

    /// <summary>Null: what incidents cost is not worked out.</summary>
    public Costs? Costs { get; init; }

    /// <summary>The file all this was read from; null where none is kept, as in a test.</summary>
    public OrganisationFile? File { get; init; }

    /// <summary>Where an incident is read in a browser.</summary>
    /// <param name="reference">E.g. "INC-12".</param>
    public Uri AddressOf(string reference) => new($"{PublicUrl.ToString().TrimEnd('/')}/incidents/{reference}");

    /// <summary>Where the meeting of its review is put into a calendar.</summary>
    /// <summary>What was said in the rooms of an incident.</summary>
    public Uri LogOf(string reference) => new($"{AddressOf(reference)}/log.md");

    public Uri MeetingOf(string reference) => new($"{AddressOf(reference)}/review.ics");

    /// <summary>Where all of its timeline is read, printed and taken along.</summary>
    public Uri TimelineOf(string reference) => new($"{AddressOf(reference)}/timeline");

    /// <summary>Where its review is read and written.</summary>
    public Uri ReviewOf(string reference) => new($"{AddressOf(reference)}/review");

    public SeverityLevel? LevelOf(Severity? severity) =>
        severity is null ? null : Severities.FirstOrDefault(level => level.Severity.Name == severity.Name);

    /// <summary>Reads a name of the scale, or its rank as people say it whatever the names are: "2", "sev2", "SEV-2".</summary>
    public Severity? FindSeverity(string written)
    {
        var scale = Severities.Select(level => level.Severity).ToArray();
        return scale.FirstOrDefault(severity => Same(severity.Name, written))
            ?? scale.FirstOrDefault(severity => Plain(written) is var plain
                && (plain == $"{severity.Rank}" || plain == $"sev{severity.Rank}"));
    }

    /// <summary>As <see cref="FindSeverity"/>: "2", "p2", "P-2".</summary>
    public Priority? FindPriority(string written)
    {
        var scale = Priorities.Select(level => level.Priority).ToArray();
        return scale.FirstOrDefault(priority => Same(priority.Name, written))
            ?? scale.FirstOrDefault(priority => Plain(written) is var plain
                && (plain == $"{priority.Rank}" || plain == $"p{priority.Rank}"));
    }

    public Category? FindCategory(string written) =>
        Categories.FirstOrDefault(category => Same(category.Key, written) || Same(category.Name, written));

    /// <summary>The category of a fishbone as it is called in the file; null: there is none of that name.</summary>
    public string? FindFishboneCategory(string written) => FishboneCategories.FirstOrDefault(category => Same(category, written));

    public Service? FindService(string written) =>
        Services.FirstOrDefault(service => Same(service.Key, written) || Same(service.Name, written));

    public IncidentType? FindType(string written) =>
        Types.FirstOrDefault(type => Same(type.Key, written) || Same(type.Name, written));

    public Template? FindTemplate(string written) => Templates.FirstOrDefault(template => Same(template.Key, written));

    /// <summary>Its own checklists, then those of the services' runbooks.</summary>
    public IEnumerable<Checklist> AllChecklists => Checklists.Concat(Services.Select(service => service.RunbookList).OfType<Checklist>());

    /// <summary>By its key or name; the list of a runbook by its service, too.</summary>
    public Checklist? FindChecklist(string written) =>
        AllChecklists.FirstOrDefault(list => Same(list.Key, written) || Same(list.Name, written)) ?? FindService(written)?.RunbookList;

    public Scenario? FindScenario(string written) => Scenarios.FirstOrDefault(scenario => Same(scenario.Key, written));

    public RoleDescription? FindRole(string written) => Roles.FirstOrDefault(
        role => Same(role.Key, written) || Same(role.Name, written) || Same($"{role.Role}", written));

    /// <summary>As the organisation describes it, else as it is described by default.</summary>
    public RoleDescription Describe(Role role) =>
        Roles.FirstOrDefault(description => description.Role == role)
        ?? Defaults.Roles.First(description => description.Role == role);

    public Member? FindMember(string id) => People.FirstOrDefault(member => member.Person.Id == id);

    public Group? FindGroup(string written) =>
        Groups.FirstOrDefault(group => Same(group.Key, written) || Same(group.Name, written));

    /// <summary>The person behind an account: the organisation's own entry for them, else the account by itself.</summary>
    public Person PersonOf(Account account, string name) =>
        People.FirstOrDefault(member => member.Accounts.Contains(account))?.Person ?? new($"{account}", name);

    /// <summary>Whose account it must be by its mail address; null: nobody's, or the file names another one for them.</summary>
    public Member? MemberBehind(Account account, string mail) =>
        People.Any(member => member.Accounts.Contains(account)) ? null
        : People.Where(member => string.Equals(member.Mail, mail, StringComparison.OrdinalIgnoreCase)).ToArray() is [var only]
            && only.Accounts.All(one => one.Platform != account.Platform) ? only
        : null;

    /// <summary>Every account of a person, for reaching them.</summary>
    public IReadOnlyList<Account> AccountsOf(Person person) =>
        FindMember(person.Id)?.Accounts
        ?? (person.Id.Split(':', 2) is [var platform, var id] ? [new(platform, id)] : []);

    /// <summary>
    /// The ladder of an incident: the first one of the file that names its severity and one of its services, where an
    /// empty list fits all.
    /// </summary>
    public Ladder? LadderFor(Severity? severity, IReadOnlyCollection<string> services) => Ladders.FirstOrDefault(ladder =>
        (ladder.Severities.Count == 0 || (severity is not null && ladder.Severities.Contains(severity.Name)))
        && (ladder.Services.Count == 0 || ladder.Services.Any(services.Contains)));

    /// <summary>Whether two written names mean the same: case, blanks, "-" and "_" don't matter.</summary>
    static bool Same(string name, string written) =>
        Plain(written) is var plain && (plain == "" ? name == written.Trim() : Plain(name) == plain);

    static string Plain(string text) =>
        new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
