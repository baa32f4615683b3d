using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Settings;

/// <summary>The example that ships loads, and shows every section there is.</summary>
public class ReadingTheExample
{
    static readonly string Text = File.ReadAllText(Repository.File("docs", "organisation.example.yaml"));
    static readonly Organisation Shop = Written.Good(Text);

    [Fact]
    public void It_says_something_in_every_section()
    {
        var untouched = new Organisation();
        Assert.NotEqual(untouched.Severities, Shop.Severities);
        Assert.NotEqual(untouched.Priorities, Shop.Priorities);
        Assert.NotEqual(untouched.Categories, Shop.Categories);
        Assert.NotEqual(untouched.Roles, Shop.Roles);
        Assert.NotEqual(untouched.Rights, Shop.Rights);
        Assert.NotEqual(untouched.Ladders, Shop.Ladders);
        Assert.NotEqual(untouched.RecoveryChecklist, Shop.RecoveryChecklist);
        Assert.NotEqual(untouched.FishboneCategories, Shop.FishboneCategories);
        Assert.All(
            new[]
            {
                Shop.Types.Count, Shop.Fields.Count, Shop.Templates.Count, Shop.Services.Count, Shop.People.Count,
                Shop.Groups.Count, Shop.Checklists.Count,
            },
            count => Assert.NotEqual(0, count));
    }

    [Fact]
    public void Every_section_the_bot_knows_stands_in_it_and_in_the_table()
    {
        var known = Written.Bad("unknown-section: 1")[0].Split("known are ")[1].TrimEnd('.').Split(", ");
        var table = File.ReadAllText(Repository.File("docs", "organisation.md"));
        Assert.All(known, section => Assert.Contains($"\n{section}:", Text));
        Assert.All(known, section => Assert.Contains($"| `{section}` |", table));
    }

    [Fact]
    public void Scales_keep_their_order_and_their_times()
    {
        Assert.Equal(["SEV1", "SEV2", "SEV3", "SEV4"], Shop.Severities.Select(level => level.Severity.Name));
        Assert.Equal(TimeSpan.FromMinutes(20), Shop.Severities[0].UpdateEvery);
        Assert.True(Shop.Severities[1].OwnRoom);
        Assert.Null(Shop.Severities[2].AcknowledgementLasts);
        Assert.Equal(
            new(new Severity("SEV4", 4), "Low: a nuisance, nobody is stopped", false, null, null), Shop.Severities[3]);
        Assert.Equal(new Priority("P1", 1), Shop.FindPriority("p1"));
    }

    [Fact]
    public void A_person_has_accounts_on_every_platform()
    {
        Assert.Equal("ada", Shop.PersonOf(new("slack", "U00000ADA1"), "somebody").Id);
        Assert.Contains(new Account("room", "ada"), Shop.AccountsOf(new("ada", "Ada")));
        Assert.Equal(3, Shop.FindMember("kofi")!.Accounts.Count);
        Assert.Equal("Europe/London", Shop.FindMember("ada")!.Zone);
        Assert.Equal("ada@shop.example", Shop.FindMember("ada")!.Mail);
        Assert.Equal("Sam", Shop.FindMember("sam")!.Person.Name);
        Assert.Equal(["mei"], Shop.FindGroup("security")!.People);
    }

    [Fact]
    public void A_service_knows_its_owner_its_links_and_what_it_needs()
    {
        var checkout = Shop.FindService("checkout")!;
        Assert.Equal(
            ("Checkout", "shop", 1, "application"),
            (checkout.Name, checkout.Owner, checkout.Tier, checkout.Domain));
        Assert.Equal(["payments", "database"], checkout.DependsOn);
        Assert.Equal(new ServiceLink("Dashboard", new("https://grafana.shop.example/d/checkout")), checkout.Links[0]);
        Assert.Equal(new Uri("https://wiki.shop.example/runbooks/checkout"), checkout.Runbook);
        Assert.Equal(["database"], Shop.FindService("payments")!.DependsOn);
        Assert.Equal(("runbook:checkout", "Runbook: Checkout", 3), (checkout.RunbookList!.Key, checkout.RunbookList.Name, checkout.RunbookList.Steps.Count));
        Assert.Null(Shop.FindService("payments")!.RunbookList);
    }

    [Fact]
    public void Checklists_have_their_conditions_and_their_steps()
    {
        var leak = Shop.FindChecklist("Data leak")!;
        Assert.Equal((4, "Preserve the evidence: copy logs before anything is restarted"), (leak.Steps.Count, leak.Steps[0]));
        Assert.True(leak.Fits("data-leak", null, null, []));
        Assert.False(leak.Fits("outage", null, null, []));
        var lead = Shop.FindChecklist("first minutes of the lead")!;
        Assert.Equal([Role.IncidentManager], lead.Roles);
        Assert.True(lead.Fits(null, new("SEV1", 1), null, []));
        Assert.False(lead.Fits(null, new("SEV3", 3), null, []));
        Assert.Equal("runbook:checkout", Shop.FindChecklist("runbook checkout")!.Key);
    }

    [Fact]
    public void Types_fields_categories_and_templates_are_read()
    {
        Assert.Equal(["orders-lost", "payment-provider"], Shop.FindType("outage")!.Fields);
        Assert.True(Shop.FindType("data leak")!.Private);
        Assert.Equal(
            [FieldKind.Number, FieldKind.Choice, FieldKind.Text, FieldKind.Person, FieldKind.Date],
            Shop.Fields.Select(field => field.Kind));
        Assert.Equal(IncidentStatus.Resolved, Shop.Fields[0].RequiredFrom);
        Assert.Equal(["Alpha Pay", "Beta Pay", "none"], Shop.Fields[1].Options);
        Assert.True(Shop.FindCategory("security")!.Private);
        Assert.Equal("payments", Shop.FindCategory("third party")!.Team);
        var template = Shop.FindTemplate("payment-provider")!;
        Assert.Equal(
            ("SEV1", "P1", "third-party", "outage"),
            (template.Severity, template.Priority, template.Category, template.Type));
        Assert.Equal(2, template.Summary!.Split('\n').Length);
    }

    [Fact]
    public void Roles_keep_what_the_file_leaves_out()
    {
        Assert.Equal("Incident lead", Shop.Describe(Role.IncidentManager).Name);
        Assert.Equal(3, Shop.Describe(Role.IncidentManager).Duties.Count);
        Assert.Equal("Customer care", Shop.Describe(Role.ServiceDesk).Name);
        Assert.Equal(Defaults.Roles[3].Duties, Shop.Describe(Role.ServiceDesk).Duties);
        Assert.Equal(7, Shop.Roles.Count);
    }

    [Fact]
    public void Rights_belong_to_roles_and_groups()
    {
        Assert.True(Shop.Holds(new("sam", "Sam"), Right.Close, []));
        Assert.False(Shop.Holds(new("ada", "Ada"), Right.Close, []));
        Assert.True(Shop.Holds(new("ada", "Ada"), Right.Close, [new(Role.IncidentManager, new("ada", "Ada"))]));
        Assert.True(Shop.Holds(new("ada", "Ada"), Right.Resolve, []));
    }

    [Fact]
    public void A_ladder_is_chosen_by_severity_and_service()
    {
        var ladder = Shop.LadderFor(new("SEV1", 1), ["payments"])!;
        Assert.Equal("payments-down", ladder.Key);
        Assert.Equal([new Target.AnnounceRooms(), new Target.GroupOf("payments")], ladder.Steps[0].Whom);
        Assert.Equal([new Target.OnePerson("ada"), new Target.HoldersOf(Role.IncidentManager)], ladder.Steps[1].Whom);
        Assert.Equal((TimeSpan.FromMinutes(5), 3), (ladder.Steps[1].After, ladder.Repeat));
        Assert.Equal(new Target.OnePerson("mei"), ladder.Last);
        Assert.Equal("usual", Shop.LadderFor(null, [])!.Key);
    }
}
