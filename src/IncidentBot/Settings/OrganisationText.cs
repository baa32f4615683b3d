using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;
using IncidentBot.Settings.Sections;

namespace IncidentBot.Settings;

/// <summary>Reads what an organisation wrote about itself, and checks it as a whole.</summary>
internal static class OrganisationText
{
    const int MostEntries = 10_000;

    static readonly string[] OfEntries =
    [
        "severities", "priorities", "categories", "types", "fields", "templates", "services", "people", "groups",
        "escalation", "scenarios", "drills", "checklists",
    ];

    /// <param name="file">The name to begin every line with.</param>
    /// <param name="before">What holds where the file says nothing.</param>
    /// <returns>What it says, or every error there is.</returns>
    public static Reading Read(string text, string file, Organisation before)
    {
        var findings = new Findings();
        var read = before;
        try
        {
            if (new YamlTree(findings).Read(text) is { } root)
                read = Read(new(root, "", findings), before);
        }
        catch (FileTooLargeException)
        {
            findings.Add(1, 1, "it repeats itself far beyond what the bot reads; use fewer YAML aliases.");
        }
        return findings.Any ? new(null, findings.Lines(file)) : new(read, []);
    }

    static Organisation Read(Spot root, Organisation before)
    {
        if (root.Node is not Node.Mapping mapping)
        {
            if (!root.Node.IsNothing)
                root.Wrong("must be a list of sections such as “people:” and “services:”, each on a line of its own.");
            return before;
        }
        if (mapping.Entries.Where(entry => OfEntries.Contains(entry.Key)).Sum(Count) is > MostEntries and var many)
        {
            root.Wrong($"has {many} entries, more than {MostEntries}; leave out what incidents don't need.");
            return before;
        }

        var file = root.Fields();
        var known = Known.In(mapping, before);
        var severities = file["severities"] is { } scale
            ? Scales.Severities(scale, before.Severities) : before.Severities;
        var priorities = file["priorities"] is { } urgency
            ? Scales.Priorities(urgency, before.Priorities) : before.Priorities;
        var roles = file["roles"] is { } seven ? Roles.Read(seven, before.Roles) : before.Roles;
        var scenarios = file["scenarios"] is { } scripts ? Drills.Scenarios(scripts, known, before.Scenarios) : before.Scenarios;
        var zone = file["zone"] is { } named ? People.Zone(named) ?? before.Zone : before.Zone;
        var after = before with
        {
            Scenarios = scenarios,
            Drills = file["drills"] is { } drills ? Drills.Plans(drills, scenarios, zone) : before.Drills,
            Severities = severities,
            Priorities = priorities,
            Roles = roles,
            Categories = file["categories"] is { } categories ? Kinds.Categories(categories, known) : before.Categories,
            Types = file["types"] is { } types ? Kinds.Types(types, known) : before.Types,
            Fields = file["fields"] is { } fields ? Kinds.Fields(fields) : before.Fields,
            Templates = file["templates"] is { } templates
                ? Templates.Read(templates, known, severities, priorities) : before.Templates,
            Services = file["services"] is { } services ? Services.Read(services, known) : before.Services,
            People = file["people"] is { } people ? People.Read(people) : before.People,
            Groups = file["groups"] is { } groups ? People.Groups(groups, known) : before.Groups,
            Rights = file["rights"] is { } rights ? Roles.Rights(rights, known, roles, before.Rights) : before.Rights,
            Ladders = file["escalation"] is { } ladders
                ? Ladders.Read(ladders, known, roles, before.Ladders[^1]) : before.Ladders,
            Checklists = file["checklists"] is { } lists ? Checklists.Read(lists, known, roles) : before.Checklists,
            RecoveryChecklist = file["recovery-checklist"]?.Texts() ?? before.RecoveryChecklist,
            FishboneCategories = file["fishbone-categories"] is { } bones ? Kinds.Bones(bones) : before.FishboneCategories,
            Reviewing = file["reviews"] is { } reviews ? ReviewRules.Read(reviews, known, before.Reviewing) : before.Reviewing,
            Zone = zone,
            Reminders = file["reminders"] is { } reminders ? Times.Read(reminders, before.Reminders) : before.Reminders,
            Costs = file["costs"] is { } costs ? Figuring.Costs(costs, roles, severities) : before.Costs,
            Feedback = file["feedback"] is { } feedback ? Figuring.Feedback(feedback, before.Feedback) : before.Feedback,
            WeeklyDigest = file["digest"]?.Flag() ?? before.WeeklyDigest,
        };
        file.Done();
        return after;
    }

    static int Count(Entry section) => section.Value is Node.Mapping entries ? entries.Entries.Count : 0;

    /// <param name="Organisation">Null when it is refused.</param>
    /// <param name="Errors">One line each.</param>
    internal sealed record Reading(Organisation? Organisation, IReadOnlyList<string> Errors);
}
