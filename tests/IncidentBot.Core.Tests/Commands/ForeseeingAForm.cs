using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Support;
using IncidentBot.Tests.Cards;

namespace IncidentBot.Tests.Commands;

/// <summary>What a platform is told of a line before anybody presses it, and what the line then does.</summary>
public class ForeseeingAForm
{
    public static TheoryData<string> Verbs =>
        [.. CommandBook.All.SelectMany(command => command.Usage.Aliases.Prepend(command.Usage.Verb))];

    public static TheoryData<string> States => [.. Gallery.States().Select(state => state.Name), Gallery.NoIncident];

    /// <summary>A command that is added asks for itself; nobody has to remember a list.</summary>
    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Knows_of_every_command_whether_it_asks_when_nothing_is_said(string verb)
    {
        var line = CommandBook.Find(verb) is IChangeCommand or IStartCommand { Within: true } ? $"{verb} INC-1" : verb;
        var asks = false;
        foreach (var before in new[] { "note INC-1 open", "resolve INC-1 done" })
            asks |= await (await Conversation.Over(before)).Say(line) is Reply.Ask;
        Assert.Equal(asks && !Gallery.States().Any(state => Choice(line, state.Incident) is not null), Foresight.Asks(line, Some.Org()));
    }

    /// <summary>Where this fails, <see cref="Foresight"/> has imagined no incident with what the form lets choose from.</summary>
    [Theory]
    [MemberData(nameof(States))]
    public void Knows_of_every_button_on_every_card(string state)
    {
        var incident = Gallery.States().Where(one => one.Name == state).Select(one => one.Incident).FirstOrDefault() ?? Some.OpenIncident();
        var surprises =
            from one in Gallery.In(state)
            from button in one.Card.Buttons
            let form = Form(button.Command, incident)
            where form is not null && !Foresight.Asks(button.Command, Some.Org())
            select $"{one.Name}: “{button.Command}” opens “{form.Title}”";
        Assert.Empty(surprises);
    }

    [Theory]
    [InlineData("severity INC-1", true)]
    [InlineData("severity INC-1 sev1", false)]
    [InlineData("service INC-1 add", true)]
    [InlineData("pir INC-1 why add", true)]
    [InlineData("role INC-1 communication", true)]
    [InlineData("role INC-1 communication @ada", false)]
    [InlineData("merge INC-1", true)]
    [InlineData("merge INC-1 INC-2", false)]
    [InlineData("sub INC-1", true)]
    [InlineData("search", true)]
    [InlineData("search gateway", false)]
    [InlineData("ack INC-1", false)]
    [InlineData("tasks INC-1", false)]
    [InlineData("hypothesis INC-1", false)]
    [InlineData("no such thing", false)]
    public void Knows_of_a_line_what_its_words_leave_open(string line, bool asks) =>
        Assert.Equal(asks, Foresight.Asks(line, Some.Org()));

    static Form? Form(string typed, Incident incident)
    {
        var (line, request) = Read(typed, incident);
        return line.Command switch
        {
            IChangeCommand change when line.First is not null =>
                change.Offer(incident, request) is null ? change.Ask(incident, request) : null,
            IStartCommand start => start.Read(request) is Started.Answers { Reply: Reply.Ask ask } ? ask.Form : null,
            IQueryCommand query => query.Ask(request),
            _ => null,
        };
    }

    /// <summary>The card to choose from that the line shows instead of asking.</summary>
    static Card? Choice(string typed, Incident incident)
    {
        var (line, request) = Read(typed, incident);
        return line is { Command: IChangeCommand change, First: not null } ? change.Offer(incident, request) : null;
    }

    static (Line, Request) Read(string typed, Incident incident)
    {
        var line = Grammar.Read(typed, "INC");
        return (line, new(
            new("once", typed, Some.Ada, Some.Hallway, Some.Moment), line.Verb, line.Text, Some.Org(),
            Handles.In(line.Text).ToDictionary(handle => handle, _ => Some.Grace), line.Second is null ? null : incident));
    }
}
