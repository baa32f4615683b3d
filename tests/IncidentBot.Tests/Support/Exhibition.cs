using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Tests.Cards;

namespace IncidentBot.Support;

/// <summary>Every card and every form there is, under the name of a file.</summary>
static class Exhibition
{
    /// <summary>The incident's own card in each state it can be in, and every other card once, with as much on it as there can be.</summary>
    public static IReadOnlyList<(string Name, Card Card)> Cards { get; } =
    [
        .. Gallery.In("full").Select(one => (FileOf(one.Name.Replace(", full", "")), one.Card)),
        .. Gallery.States().Where(state => state.Name != "full").SelectMany(state => Gallery.In(state.Name))
            .Where(one => one.Name.StartsWith("incident,", StringComparison.Ordinal)).Select(one => (FileOf(one.Name), one.Card)),
        .. Gallery.In(Gallery.NoIncident).Select(one => (FileOf(one.Name), one.Card)),
    ];

    /// <summary>What each command asks when it is told nothing.</summary>
    public static async Task<IReadOnlyList<(string Name, Form Form)>> Forms()
    {
        var org = Some.Org(
            Some.Field("site"), Some.Field("cost", Catalog.FieldKind.Number), Some.Field("since", Catalog.FieldKind.Date),
            Some.Field("vendor", Catalog.FieldKind.Choice, options: ["North", "South"]), Some.Field("owner", Catalog.FieldKind.Person));
        var forms = new Dictionary<string, Form>();
        foreach (var prepare in new[] { "lead INC-1 me", "resolve INC-1 done" })
            foreach (var command in CommandBook.All.Where(command => !forms.ContainsKey(command.Usage.Verb)))
                foreach (var line in new[] { $"{command.Usage.Verb} INC-1", command.Usage.Verb })
                {
                    var talk = new Conversation(org with { Types = [new("outage", "Outage", false, ["site", "cost", "since", "vendor", "owner"])] });
                    await talk.Ask("declare type:outage checkout is down");
                    await talk.Ask(prepare);
                    if (await talk.Say(line) is Reply.Ask ask)
                        forms[command.Usage.Verb] = ask.Form;
                }
        foreach (var (verb, line) in new[] { ("pir-start", "pir INC-1 start"), ("pir-edit", "pir INC-1 edit summary"), ("pir-comment", "pir INC-1 comment"), ("pir-owner", "pir INC-1 owner"), ("pir-due", "pir INC-1 due") })
        {
            var talk = new Conversation();
            await talk.Ask("declare sev1 checkout is down");
            await talk.Ask("resolve INC-1 done");
            if (verb != "pir-start")
                await talk.Ask("pir INC-1 start @grace due 2030-01-07");
            foreach (var id in await talk.Incidents.Undrafted(1, default))
                await talk.Incidents.Change("draft", id, one => one.DraftReview([new("summary", "Summary", "Checkout was down.")], talk.Now, Origin.Timer(talk.At)), default);
            forms[verb] = Assert.IsType<Reply.Ask>(await talk.Say(line)).Form;
        }
        var small = new Conversation();
        await small.Ask("declare checkout is slow");
        await small.Ask("resolve INC-1 done");
        forms["pir-questions"] = await small.Opens("pir INC-1 start");
        var drill = new Conversation();
        await drill.Ask("drill database-full");
        await drill.Incidents.Change("question", (await drill.Incidents.List(new(Persons.Ada), default)).Items[0].Id, one => Decision.Accept(new ExerciseStepped(3, Catalog.ScenarioStepKind.Question, "Whom did you tell?", Origin.Timer(drill.At))), default);
        forms["answer"] = await drill.Opens("answer INC-1");
        var listed = new Conversation(org with { Checklists = [new("leak", "Data leak", ["Rotate the keys", "Tell the data protection officer"]), new("press", "Press", ["Word a sentence"]) { Types = ["none"] }] });
        foreach (var line in new[] { "declare checkout is down", "checklist INC-1 tick 1.1" })
            await listed.Ask(line);
        foreach (var verb in new[] { "tick", "untick", "add" })
            forms[$"checklist-{verb}"] = await listed.Opens($"checklist INC-1 {verb}");
        return [.. forms.Select(one => ($"form-{one.Key}", one.Value))];
    }

    static string FileOf(string name) => string.Join('-', name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        .Replace("'", "", StringComparison.Ordinal).ToLowerInvariant();
}
