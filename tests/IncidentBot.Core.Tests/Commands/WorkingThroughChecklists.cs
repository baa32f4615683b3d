using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Commands;

public class WorkingThroughChecklists
{
    static readonly Organisation Listed = Org() with
    {
        Checklists =
        [
            new("any", "Every incident", ["Look around", "Write it down", "Tell somebody"]),
            new("press", "Press", ["Word a sentence"]) { Severities = ["SEV1"] },
            new("lead", "Lead", ["Say so", "Look around"]) { Roles = [Role.IncidentManager] },
        ],
        Services =
        [
            new("checkout", "Checkout", null, 1, null, [], [], new("https://wiki.example.org/checkout")) { RunbookChecklist = ["Look at the dashboard", "Roll back"] },
            new("ledger", "Ledger", null, 1, null, [], [], null),
        ],
    };

    static async Task<Conversation> Declared(string how = "declare checkout is down")
    {
        var talk = new Conversation(Listed);
        await talk.Ask(how);
        return talk;
    }

    [Fact]
    public async Task Ticks_and_unticks_and_says_who_and_when()
    {
        var talk = await Declared();
        var card = await talk.Ask("checklist INC-1 tick 1.2");
        Assert.Equal("Every incident: 1 of 3 done", PlainText.Of(card.Title));
        Assert.Equal(["Ada ticked 1.2: Write it down", "○ 1.3 Tell somebody", "○ 1.1 Look around"], card.ToLines());
        Assert.Equal(["Tick 1.3", "Tick 1.1", "Untick 1.2", "Open list 1"], card.Buttons.Select(button => button.Label));
        Assert.Equal(
            ["List 1 · Every incident · 1 of 3 done", "○ 1.1 Look around", "✓ 1.2 Write it down · Ada · 2030-01-02 03:04 UTC", "○ 1.3 Tell somebody"],
            (await talk.Ask(card.Buttons[3].Command)).ToLines());

        await talk.Ask(card.Buttons[2].Command, Grace);
        Assert.Equal("○ 1.2 Write it down", (await talk.Ask("checklist INC-1 1")).ToLines().ElementAt(2));
        Assert.Contains("Grace unticked 1.2: Write it down", (await talk.Ask("timeline INC-1")).ToText());
    }

    [Theory]
    [InlineData("tick 1.1 1.3")]
    [InlineData("done 1, 3")]
    [InlineData("check 3 1 1.1")]
    public async Task Takes_several_at_once_and_a_bare_number_in_the_only_list(string said)
    {
        var talk = await Declared();
        await talk.Ask($"checklist INC-1 {said}");
        Assert.Equal([true, false, true], talk.Incidents.Only.Steps.Select(step => step.IsDone));
    }

    [Fact]
    public async Task Shows_how_far_things_are_and_below_it_the_lists()
    {
        var talk = await Declared("declare sev1 service:checkout checkout is down");
        await talk.Ask("lead INC-1 @grace");
        var card = await talk.Ask("checklist INC-1");
        Assert.Equal("○ Somebody is on it", card.ToLines().First());
        Assert.Contains("List 2 · Press · 0 of 1 done", card.ToLines());
        Assert.Contains("List 3 · Runbook: Checkout · 0 of 2 done · runbook (https://wiki.example.org/checkout)", card.ToLines());
        Assert.Contains("List 4 · Lead · 0 of 2 done · Grace", card.ToLines());
        Assert.Contains("checklist INC-1 tick 1.1", card.Buttons.Select(button => button.Command));
        Assert.Contains("checklist INC-1 tick", card.Buttons.Select(button => button.Command));

        await talk.Ask("resolve INC-1 rolled back");
        card = await talk.Ask("checklist INC-1");
        Assert.Equal("INC-1 can't be closed yet", PlainText.Of(card.Title));
        Assert.Contains("○ 2.1 Word a sentence", card.ToLines());
        await talk.Ask("checklist INC-1 tick 2.1");
        Assert.Contains("✓ 2.1 Word a sentence · Ada · 2030-01-02 03:04 UTC", (await talk.Ask("checklist INC-1")).ToLines());
    }

    [Fact]
    public async Task Asks_which_step_and_which_list_where_none_is_named()
    {
        var talk = await Declared();
        var form = await talk.Opens("checklist INC-1 tick");
        Assert.Equal(["1.1 Look around", "1.2 Write it down", "1.3 Tell somebody"], Assert.IsType<ChoiceInput>(form.Inputs[0]).Options.Select(one => one.Label));
        await talk.Submit(form, answers: [("steps", "1.1\n1.2")]);
        Assert.Equal([true, true, false], talk.Incidents.Only.Steps.Select(step => step.IsDone));
        form = await talk.Opens("checklist INC-1 untick");
        await talk.Submit(form, answers: [("steps", "1.1")]);
        Assert.Equal([false, true, false], talk.Incidents.Only.Steps.Select(step => step.IsDone));
        Assert.IsType<Reply.Invalid>(await talk.Submit(form, answers: [("steps", "9.9")]));

        form = await talk.Opens("checklist INC-1 add");
        Assert.Equal(["press", "lead", "runbook:checkout"], Assert.IsType<ChoiceInput>(form.Inputs[0]).Options.Select(one => one.Value));
        await talk.Submit(form, answers: [("list", "runbook:checkout")]);
        Assert.Contains("○ 2.1 Look at the dashboard", (await talk.Ask("checklist INC-1 2")).ToLines());
    }

    [Theory]
    [InlineData("add press", "Press")]
    [InlineData("add every-incident", "That checklist is there already, as number 1.")]
    [InlineData("attach checkout", "Runbook: Checkout")]
    [InlineData("add Runbook: Checkout", "Runbook: Checkout")]
    public async Task Attaches_one_by_hand(string said, string shown)
    {
        var talk = await Declared();
        Assert.Equal(shown, PlainText.Of((await talk.Ask($"checklist INC-1 {said}")).Title));
    }

    [Theory]
    [InlineData("tick 1.9", "INC-1 has no step 1.9. `checklist INC-1` shows their numbers.")]
    [InlineData("tick 7.1", "INC-1 has no step 7.1.")]
    [InlineData("tick 1.1 everything", "“everything” is no step. Name it by its list and its place, such as `checklist INC-1 tick 1.2`.")]
    [InlineData("untick 1.-1", "“1.-1” is no step.")]
    [InlineData("tick 99999999999.1", "“99999999999.1” is no step.")]
    [InlineData("4", "INC-1 has no checklist 4. `checklist INC-1` shows which there are.")]
    [InlineData("add nonsense", "There is no checklist “nonsense”. Choose one of press, lead, runbook:checkout.")]
    [InlineData("burn 1.1", "“burn 1.1” is nothing to do with a checklist. Say `checklist INC-1 tick 1.2`, `checklist INC-1 untick 1.2` or `checklist INC-1 add`.")]
    public async Task Says_what_it_does_not_understand_and_changes_nothing(string said, string why)
    {
        var talk = await Declared();
        Assert.Contains(why, (await talk.Refused($"checklist INC-1 {said}")).ToText());
        Assert.DoesNotContain(talk.Incidents.Only.Steps, step => step.IsDone);
    }

    [Fact]
    public async Task Says_that_it_is_so_already()
    {
        var talk = await Declared();
        Assert.Contains("Nothing is ticked yet.", (await talk.Ask("checklist INC-1 untick")).ToText());
        await talk.Ask("checklist INC-1 tick 1.1 1.2 1.3");
        Assert.Contains("Ada ticked 1.1 at 2030-01-02 03:04 UTC already.", (await talk.Ask("checklist INC-1 tick 1.1", Grace)).ToText());
        Assert.Contains("Everything is ticked already.", (await talk.Ask("checklist INC-1 tick")).ToText());
        await talk.Ask("cancel INC-1 no reason");
        Assert.Contains("INC-1 is canceled", (await talk.Refused("checklist INC-1 untick 1.1")).ToText());
        Assert.Contains("INC-1 is canceled", (await talk.Refused("checklist INC-1 add")).ToText());
    }

    [Fact]
    public async Task Shows_what_is_too_long_for_a_card_page_by_page()
    {
        var talk = new Conversation(Org() with
        {
            Checklists = [new("long", "Long", [.. Enumerable.Range(1, Checklist.MostSteps).Select(at => $"Step {at}")]), new("short", "Short", ["Only"])],
        });
        await talk.Ask("declare checkout is down");
        await talk.Ask("checklist INC-1 tick 1.1");
        var all = await talk.Ask("checklist INC-1");
        Assert.Contains("○ 1.2 Step 2", all.ToLines());
        Assert.DoesNotContain(all.ToLines(), line => line.Contains("Step 1 ", StringComparison.Ordinal) || line.Contains("Step 30", StringComparison.Ordinal));
        Assert.Contains("List 2 · Short · 0 of 1 done", all.ToLines());

        var first = await talk.Ask(all.Buttons.Single(button => button.Label == "Open list 1").Command);
        Assert.Equal(["List 1 · Long · 1 of 30 done", "✓ 1.1 Step 1 · Ada · 2030-01-02 03:04 UTC"], first.ToLines().Take(2));
        var second = await talk.Ask(first.Buttons.Single(button => button.Label == "Steps 11 to 20").Command);
        Assert.Equal(["○ 1.11 Step 11", "○ 1.20 Step 20"], [second.ToLines().ElementAt(1), second.ToLines().Last()]);
        Assert.Equal(["Ada ticked 1.30: Step 30", "○ 1.2 Step 2"], (await talk.Ask("checklist INC-1 tick 1.30")).ToLines().Take(2));
        Assert.Contains("✓ 1.30 Step 30 · Ada", (await talk.Ask("checklist INC-1 1.30")).ToText());
    }

    [Fact]
    public async Task Names_what_there_is_to_work_through_when_it_is_declared_and_in_the_runbook()
    {
        var talk = new Conversation(Listed);
        Assert.Contains("To work through: Every incident, Runbook: Checkout", (await talk.Ask("declare service:checkout checkout is down")).ToText());
        await talk.Ask("checklist INC-1 tick 2.2");
        var runbook = await talk.Ask("runbook INC-1");
        Assert.Contains("✓ 2.2 Roll back · Ada · 2030-01-02 03:04 UTC", runbook.ToLines());
        Assert.Contains("checklist INC-1 tick 2.1", runbook.Buttons.Select(button => button.Command));
        Assert.Contains("○ Roll back", (await new Conversation(Listed).Ask("runbook checkout")).ToLines());
    }

    [Fact]
    public async Task Sends_whoever_takes_a_role_its_list_with_the_duties()
    {
        var talk = await Declared();
        await talk.Ask("lead INC-1 @grace");
        var assigned = new RoleAssigned(Role.IncidentManager, "Incident manager", Grace, true, From(Ada));
        var duties = new IncidentBot.Cards.SpokenCards().Duties(assigned, talk.Incidents.Only, Listed);
        Assert.Contains("○ 2.1 Say so", duties.ToLines());
        Assert.Contains("checklist INC-1 tick 2.1", duties.Buttons.Select(button => button.Command));
        Assert.DoesNotContain("○ 1.1 Look around", duties.ToLines());
    }
}
