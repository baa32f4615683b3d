namespace IncidentBot.Settings;

/// <summary>Every error has its line, its column, and what would be right.</summary>
public class RefusingABrokenFile
{
    [Theory]
    [InlineData("peple:\n  ada: Ada", 1, 1, "“peple” is not known here; did you mean “people”?")]
    [InlineData("services:\n  shop:\n    ownr: x", 3, 5,
        "services.shop: “ownr” is not known here; did you mean “owner”?")]
    [InlineData("people:\n  ada: A\n  ada: B", 3, 3, "“ada” stands twice, first in line 2; keep one of them.")]
    [InlineData("people:\n  ada: A\n  Ada: B", 3, 3, "people: “Ada” reads like “ada”; give it another name.")]
    [InlineData("people: [ada]", 1, 9, "people must be a block of “key: value” lines.")]
    [InlineData("people: ada", 1, 9, "people must be a block of “key: value” lines.")]
    [InlineData("- people", 1, 1, "the file must be a list of sections")]
    [InlineData("services:\n  shop: { owner: paymets }\npeople: {ada: }\ngroups:\n  payments: [ada]", 2, 18,
        "services.shop.owner names the group “paymets”, which doesn't exist; did you mean “payments”?")]
    [InlineData("groups:\n  leads: [adda]\npeople:\n  ada: Ada", 2, 11,
        "names the person “adda”, which doesn't exist; did you mean “ada”?")]
    [InlineData("groups:\n  leads: []", 2, 10, "groups.leads has nobody in it; name at least one person.")]
    [InlineData("templates:\n  t: { title: T, severity: SEVV1 }", 2, 28,
        "names the severity “SEVV1”, which doesn't exist; did you mean “SEV1”?")]
    [InlineData("templates:\n  t: { title: T, severity: SEV1, priority: P3 }", 2, 6, "critical is always urgent")]
    [InlineData("templates:\n  t: { severity: SEV1 }", 2, 6, "templates.t needs “title”")]
    [InlineData("services:\n  a: { depends-on: b }\n  b: { depends-on: c }\n  c: { depends-on: a }", 2, 20,
        "a → b → c → a")]
    [InlineData("services:\n  a: { depends-on: [a] }", 2, 20, "services.a.depends-on goes round in a circle: a → a")]
    [InlineData("services:\n  a: { runbook: 'javascript:alert(1)' }", 2, 17,
        "must be a link that begins with https:// or http://")]
    [InlineData("services:\n  a: { links: { Wiki: wiki/page } }", 2, 23, "services.a.links.Wiki must be a link")]
    [InlineData("services:\n  a: { tier: high }", 2, 14,
        "services.a.tier must be a whole number from 1 to 9, not “high”.")]
    [InlineData("services:\n  a: { domain: aplication }", 2, 16, "did you mean “application”?")]
    [InlineData("fields:\n  f: { kind: choice }", 2, 6, "is a choice without anything to choose from")]
    [InlineData("fields:\n  f: { kind: choice, options: [] }", 2, 6, "is a choice without anything to choose from")]
    [InlineData("fields:\n  f: { kind: date, options: [a] }", 2, 29, "belong to a choice only")]
    [InlineData("fields:\n  f: { required-from: resolvd }", 2, 23, "did you mean “resolved”?")]
    [InlineData("categories:\n  c: { private: maybe }", 2, 17,
        "categories.c.private must be true or false, not “maybe”.")]
    [InlineData("types:\n  c: { private: 1 }", 2, 17, "types.c.private must be true or false, not “1”.")]
    [InlineData("severities:\n  A: { rank: 1 }\n  B: { rank: 1 }", 3, 6, "severities.B has the rank 1, and so has A")]
    [InlineData("severities:\n  A: { rank: 2 }\n  B: { rank: 3 }", 2, 3, "severities must begin with rank 1")]
    [InlineData("priorities:\n  A: { rank: 0 }", 2, 14, "must be a whole number from 1 to 100, not “0”.")]
    [InlineData("severities:\n  A: { update-every: -5m }", 2, 22, "can't be negative, not “-5m”")]
    [InlineData("severities:\n  A: { update-every: 5 }", 2, 22, "must be a duration, such as 90s")]
    [InlineData("reminders:\n  no-lead-after: 100000d", 2, 18, "must be from 1s to 90d, not “100000d”.")]
    [InlineData("reminders:\n  no-lead-after: [2m]", 2, 18, "must be a duration, such as 90s")]
    [InlineData("reminders:\n  no-leed-after: 2m", 2, 3, "did you mean “no-lead-after”?")]
    [InlineData("escalation:\n  l: { steps: [{after: 1m, to: announce}], last: announce }", 2, 50,
        "must be a human who can always be called")]
    [InlineData("escalation:\n  l: { steps: [{after: 1m, to: announce}], last: {role: manager} }", 2, 50,
        "must be a human")]
    [InlineData("escalation:\n  l: { steps: [{after: 1m, to: announce}] }", 2, 6, "escalation.l needs “last”")]
    [InlineData("escalation:\n  l: { last: reporter }", 2, 6, "escalation.l needs “steps”")]
    [InlineData("escalation:\n  l: { steps: [{after: 1m, to: ada}], last: reporter }", 2, 32,
        "can't call “ada”; write announce, reporter")]
    [InlineData("escalation:\n  l: { steps: [{after: 1m, to: []}], last: reporter }", 2, 32, "calls nobody")]
    [InlineData("escalation:\n  l: { steps: [{after: 1m, to: [person: ]}], last: reporter }", 2, 33, "names nobody")]
    [InlineData("escalation:\n  a: { steps: [], last: reporter }\n  b: { steps: [], last: reporter }", 3, 6,
        "is never reached, because “a” above it is for everything")]
    [InlineData("people:\n  ada: { zone: Europe/Lundon }", 2, 16, "did you mean “Europe/London”?")]
    [InlineData("people:\n  ada: { mail: at home }", 2, 16, "must be a mail address")]
    [InlineData("people:\n  ada: { accounts: { slak: U1 } }", 2, 28, "did you mean “slack”?")]
    [InlineData("people:\n  ada: { accounts: { slack: U1 } }\n  mei: { accounts: { slack: U1 } }", 3, 20,
        "names slack:U1, and so does ada")]
    [InlineData("people:\n  me: Ada", 2, 7, "can't be a person's key")]
    [InlineData("people:\n  \"a:b\": Ada", 2, 3, "can't be typed in a command")]
    [InlineData("people:\n  ada: \"a\\x07b\"", 2, 8, "must fit on one line without control characters.")]
    [InlineData("roles:\n  manger: Lead", 2, 3, "did you mean “manager”?")]
    [InlineData("rights:\n  close: evrybody", 2, 10, "must be “everybody”, “nobody”, or a block")]
    [InlineData("rights:\n  close: {}", 2, 10, "names nobody; list “roles” or “groups”")]
    [InlineData("fishbone-categories: []", 1, 22, "must be a list of 1 to 12 categories.")]
    [InlineData("fishbone-categories: [People, 'a: b']", 1, 22, "“a: b”, which can't be typed in a command; use letters, and no colon.")]
    [InlineData("fishbone-categories: [Third party, third-party]", 1, 22, "has “third-party”, which reads like “Third party”")]
    [InlineData("recovery-checklist: [one, one]", 1, 27, "says “one” twice")]
    [InlineData("checklists:\n  leak: { name: Leak }", 2, 9, "checklists.leak needs “steps”; list what is to be done, a line each.")]
    [InlineData("checklists:\n  leak: { steps: [] }", 2, 18, "checklists.leak.steps must be a list of 1 to 30 steps.")]
    [InlineData("checklists:\n  leak: { steps: [a, b, a] }", 2, 25, "says “a” twice; keep one of them.")]
    [InlineData("checklists:\n  leak: { steps: [a], roles: [manger] }", 2, 31, "names the role “manger”, which doesn't exist; did you mean “manager”?")]
    [InlineData("checklists:\n  leak: { steps: [a], types: [outage] }", 2, 31, "names the type “outage”, which doesn't exist")]
    [InlineData("checklists:\n  leak: { steps: [a], severity: SEV1 }", 2, 23, "checklists.leak: “severity” is not known here; known are name, steps, types, severities")]
    [InlineData("checklists:\n  a: { name: Leak, steps: [a] }\n  b: { name: leak, steps: [b] }", 2, 3, "checklists calls two of them “Leak”; give every checklist a name of its own.")]
    [InlineData("checklists: [a]", 1, 13, "checklists must be a block of “key: value” lines.")]
    [InlineData("services:\n  a: { runbook-checklist: [] }", 2, 27, "services.a.runbook-checklist must be a list of 1 to 30 steps.")]
    [InlineData("services:\n  a: { runbook-checklist: { b: c } }", 2, 27, "must be text")]
    [InlineData("people: {}\n---\npeople: {}", 2, 1, "a second document begins here")]
    [InlineData("people:\n  ada: Ada: Lovely", 2, 11, "this is not valid YAML")]
    [InlineData("people:\n\tada: Ada", 2, 1, "this line begins with a tab; indent with spaces.")]
    [InlineData("people:\n  ada: \"Ada", 2, 8, "this is not valid YAML")]
    [InlineData("a: [b\nc: {", 1, 4, "this is not valid YAML")]
    [InlineData("people:\n  ada: *nobody", 2, 8, "nothing above is called &nobody")]
    [InlineData("people: &all\n  ada: *all", 2, 8, "nothing above is called &all")]
    public void It_says_where_and_what_would_be_right(string yaml, int line, int column, string sentence)
    {
        var error = Assert.Single(Written.Bad(yaml), error => error.Contains(sentence, StringComparison.Ordinal));
        Assert.StartsWith($"organisation.yaml, line {line}, column {column}: ", error);
    }

    [Fact]
    public void It_says_everything_at_once_in_the_order_of_the_file()
    {
        var errors = Written.Bad("peple: 1\nseverities: 2\nservices:\n  a: { tier: x, ownr: y }\n");
        Assert.Equal([1, 2, 4, 4], errors.Select(error => int.Parse(error.Split("line ")[1].Split(',')[0], null)));
    }

    [Fact]
    public void It_stops_at_more_than_anybody_reads()
    {
        var people = Enumerable.Range(0, 5000).Select(number => $"  p{number}: {{ nme: x }}\n");
        var errors = Written.Bad($"people:\n{string.Concat(people)}");
        Assert.Equal(101, errors.Count);
        Assert.EndsWith("and there is more; correct these first.", errors[^1]);
    }

    [Fact]
    public void More_than_ten_thousand_entries_are_too_many() =>
        Assert.Contains("has 10001 entries, more than 10000", Written.Bad(
            $"people:\n{string.Concat(Enumerable.Range(0, 10_001).Select(number => $"  p{number}:\n"))}").Single());

    [Fact]
    public void Deep_nesting_harms_nobody() =>
        Assert.Contains("nested more than 20 levels deep", Written.Bad($"a: {new string('[', 200_000)}").Single());

    [Fact]
    public void A_bomb_of_aliases_harms_nobody()
    {
        var people = string.Join(", ", Enumerable.Range(0, 1000).Select(number => $"p{number}: "));
        var list = string.Join(", ", Enumerable.Range(0, 1000).Select(number => $"p{number}"));
        var groups = string.Concat(Enumerable.Range(0, 5000).Select(number => $"  g{number}: *all\n"));
        Assert.Contains("use fewer YAML aliases", Written.Bad(
            $"people: {{ {people} }}\ngroups:\n  first: &all [{list}]\n{groups}").Single());
    }

    [Fact]
    public void Whatever_is_garbled_is_answered_with_lines_and_never_with_a_crash()
    {
        var example = File.ReadAllText(Repository.File("docs", "organisation.example.yaml"));
        var random = new Random(2030);
        const string noise = "[]{}:,-&*!|>'\"%@`#?\t \n\\~0a\u0000\uD800é";
        for (var round = 0; round < 400; round++)
        {
            var text = example.ToCharArray().ToList();
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                var at = random.Next(text.Count);
                switch (random.Next(3))
                {
                    case 0: text.RemoveAt(at); break;
                    case 1: text.Insert(at, noise[random.Next(noise.Length)]); break;
                    default: text.RemoveRange(at, Math.Min(random.Next(40), text.Count - at)); break;
                }
            }
            var (organisation, errors) = OrganisationText.Read(new([.. text]), "organisation.yaml", new());
            Assert.NotEqual(organisation is null, errors.Count == 0);
        }
    }
}
