using System.Text.RegularExpressions;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Exports;
using IncidentBot.Incidents;

namespace IncidentBot.Reviews;

/// <summary>Puts roles in the place of names: what was done matters, not who did it.</summary>
public sealed class Roles
{
    readonly Dictionary<string, string> byId = [];
    readonly Dictionary<string, string> byName = new(StringComparer.Ordinal);
    readonly Regex? names;

    public Roles(Incident incident, IReadOnlyList<Recorded> history, Organisation org)
    {
        // What comes in over the API is nobody.
        foreach (var person in People(incident, history).Where(person => person != Person.Bot && !person.Id.StartsWith("api:", StringComparison.Ordinal)).Distinct())
            Learn(person, RoleOf(person, incident, org));
        foreach (var member in org.People)
            Learn(member.Person, "somebody");
        // The longest first, so that "Ada Lovelace" is one name and not a name and a word.
        var known = byName.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape).ToArray();
        names = known.Length == 0 ? null : new(
            $@"(?<![\p{{L}}\p{{N}}])@?(?:{string.Join('|', known)})(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant);
    }

    public ReviewSheet In(ReviewSheet sheet) => sheet with
    {
        Blameless = true,
        Title = In(sheet.Title),
        Owner = In(sheet.Owner),
        Sections =
        [
            .. sheet.Sections.Select(section => section with
            {
                Text = In(section.Text),
                Blocks = [.. section.Blocks.Select(In)],
                By = section.By is null ? null : In(section.By),
            }),
        ],
        Changes =
        [
            .. sheet.Changes.Select(one => one with
            {
                What = In(one.What),
                Was = one.Was is null ? null : In(one.Was),
                Is = one.Is is null ? null : In(one.Is),
            }),
        ],
        Comments = [.. sheet.Comments.Select(one => one with { By = In(one.By), Text = In(one.Text) })],
    };

    public string In(string text) => names?.Replace(text, match => byName[match.Value.TrimStart('@')]) ?? text;

    public ChatText In(ChatText text) => new([.. text.Parts.Select(part => part switch
    {
        ChatText.Mention { Person: var person } => new ChatText.Words(
            person == Person.Bot ? person.Name : byId.GetValueOrDefault(person.Id) ?? "somebody"),
        ChatText.Words words => new ChatText.Words(In(words.Text)),
        _ => part,
    })]);

    ReviewBlock In(ReviewBlock block) => block switch
    {
        ReviewBlock.Paragraph one => new ReviewBlock.Paragraph(In(one.Text)),
        ReviewBlock.Points many => new ReviewBlock.Points([.. many.Items.Select(In)]),
        ReviewBlock.Figures figures => new ReviewBlock.Figures([.. figures.Rows.Select(row => row with { Value = In(row.Value) })]),
        ReviewBlock.Story story => story with { Lines = [.. story.Lines.Select(line => line with { Text = In(line.Text) })] },
        ReviewBlock.Tasks tasks => new ReviewBlock.Tasks(
            [.. tasks.Items.Select(task => task with { Text = In(task.Text), Owner = task.Owner is { } who ? Held(who) : null })]),
        ReviewBlock.Whys whys => new ReviewBlock.Whys(new(In(whys.Sheet.Problem), In(whys.Sheet.Branches))),
        ReviewBlock.Fishbone bone => new ReviewBlock.Fishbone(new(
            In(bone.Sheet.Problem), [.. bone.Sheet.Bones.Select(one => one with { Causes = In(one.Causes) })])),
        ReviewBlock.FaultTree tree => new ReviewBlock.FaultTree(new(In(tree.Sheet.Top), [.. tree.Sheet.Findings.Select(In)])),
        _ => block,
    };

    Person Held(Person person) => person with { Name = byId.GetValueOrDefault(person.Id) ?? "somebody" };

    IReadOnlyList<WhyBranch> In(IReadOnlyList<WhyBranch> branches) =>
        [.. branches.Select(branch => branch with { Text = In(branch.Text), Branches = In(branch.Branches) })];

    IReadOnlyList<FishboneTwig> In(IReadOnlyList<FishboneTwig> causes) =>
        [.. causes.Select(cause => cause with { Text = In(cause.Text), Causes = In(cause.Causes) })];

    FaultBranch In(FaultBranch branch) => branch with { Text = In(branch.Text), Branches = [.. branch.Branches.Select(In)] };

    void Learn(Person person, string role)
    {
        byId.TryAdd(person.Id, role);
        // "@ada" is one as well; a single letter would be found everywhere.
        foreach (var name in new[] { person.Name, person.Name.Split(' ')[0], person.Id }.Where(name => name.Length > 1))
            byName.TryAdd(name, role);
    }

    static string RoleOf(Person person, Incident incident, Organisation org) =>
        incident.Assignments.FirstOrDefault(one => one.Person == person) is { } held
            ? $"the {org.Describe(held.Role).Name.ToLowerInvariant()}"
        : person == incident.Reporter ? "whoever reported it"
        : incident.Responders.Contains(person) ? "a responder"
        : "somebody";

    static IEnumerable<Person> People(Incident incident, IReadOnlyList<Recorded> history) =>
        history.Select(one => one.Fact.From.By).Concat(incident.Members)
            .Concat(history.SelectMany(one => one.Fact.Describe().Parts).OfType<ChatText.Mention>().Select(mention => mention.Person));
}
