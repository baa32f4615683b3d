using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

/// <summary>Each command alone, in an incident that is open and in one that is resolved.</summary>
public class EveryForm
{
    public static TheoryData<string> Changes =>
        [.. CommandBook.All.Where(command => command is IChangeCommand or IStartCommand).Select(command => command.Usage.Verb)];

    static async Task<IReadOnlyList<(Conversation Talk, Form Form)>> Opened(string verb)
    {
        var forms = new List<(Conversation, Form)>();
        foreach (var prepare in new[] { "note INC-1 open", "resolve INC-1 done" })
        {
            var talk = new Conversation(Some.Org(Some.Field("site")) with { Types = [new("outage", "Outage", false, ["site"])] });
            await talk.Ask("declare type:outage checkout is down");
            await talk.Ask(prepare);
            if (await talk.Say(CommandBook.Find(verb) is IChangeCommand or IStartCommand { Within: true } ? $"{verb} INC-1" : verb) is Reply.Ask ask)
                forms.Add((talk, ask.Form));
        }
        return forms;
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Leads_back_to_itself(string verb)
    {
        foreach (var (talk, form) in await Opened(verb))
        {
            var again = await talk.Opens(form.Line);
            Assert.Equal(form.Inputs.Select(input => input.Name), again.Inputs.Select(input => input.Name));
            Assert.Equal(form.Line, again.Line);
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Asks_for_what_it_needs_when_it_comes_back_empty(string verb)
    {
        foreach (var (talk, form) in await Opened(verb))
        {
            var needed = form.Inputs.Where(input => input.Required)
                .Select(input => (input.Name, $"“{input.Label}” needs an answer.")).ToArray();
            var reply = await talk.Submit(form, answers: []);
            if (needed.Length > 0)
                Assert.Equal(needed, Assert.IsType<Reply.Invalid>(reply).Errors.Select(error => (error.Name, error.Reason)));
            Assert.False(reply is Reply.Ask, "An empty form must not ask again for ever.");
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Refuses_what_is_not_among_the_choices_at_the_field(string verb)
    {
        foreach (var (talk, form) in await Opened(verb))
        {
            var odd = form.Inputs.Where(input => input is ChoiceInput or PersonInput or MomentInput or NumberInput)
                .Select(input => (input.Name, "no such thing")).ToArray();
            if (odd.Length == 0)
                continue;
            var reply = Assert.IsType<Reply.Invalid>(await talk.Submit(form, answers: odd));
            Assert.Empty(odd.Select(one => one.Name).Except(reply.Errors.Select(error => error.Name)));
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Reads_well(string verb)
    {
        foreach (var (_, form) in await Opened(verb))
        {
            Assert.InRange(form.Title.Length, 3, 60);
            Assert.InRange(form.Submit.Length, 3, 25);
            Assert.InRange(form.Inputs.Count, 1, 12);
            Assert.Distinct(form.Inputs.Select(input => input.Name));
            Assert.All(form.Inputs.OfType<ChoiceInput>(), choice => Assert.NotEmpty(choice.Options));
        }
    }

    [Theory]
    [InlineData("declare resolve update note severity impact priority category type service field role handoff deputy")]
    [InlineData("identified cancel decline merge summary title time bridge howto confirm review drill backfill sub pir fishbone fault-tree")]
    public async Task Is_there_for_every_command_that_needs_words(string verbs)
    {
        foreach (var verb in verbs.Split(' '))
            Assert.True((await Opened(verb)).Count > 0, verb);
    }
}
