using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Cards;

public class TheIncidentCard
{
    [Theory]
    [InlineData(false, false, "INC-1 · SEV1 · Investigating")]
    [InlineData(true, false, "INC-1 · SEV1 · Investigating · DRILL")]
    [InlineData(false, true, "INC-1 · SEV1 · Investigating · PRIVATE")]
    public void Says_first_which_one_how_bad_and_where_it_stands(bool drill, bool hidden, string header) =>
        Assert.Equal(header, $"{Card(OpenIncident(severity: Sev1, drill: drill, @private: hidden)).Header}");

    [Fact]
    public void Keeps_its_fields_in_order()
    {
        var incident = OpenIncident(severity: Sev1, lead: Grace, room: OwnRoom, services: ["checkout"])
            .Apply(new BridgeSet(new("https://meet.example.org/inc"), From(Ada))) with
        {
            Before = new(2, Moment, Moment, "INC-7", Sev2, P2, null),
            Suppressions = 1,
        };
        Assert.Equal(
            ["Severity and priority", "Lead", "Services", "Started", "Acknowledged by", "Seen before", "Alerts held back",
             "Next update", "Room", "Bridge"],
            Card(incident).Fields.Select(field => field.Label));
    }

    [Theory]
    [InlineData("open", "Acknowledge,Resolve,Escalate,Post update,Take the lead,More…")]
    [InlineData("acknowledged", "Resolve,Escalate,Post update,Take the lead,More…")]
    [InlineData("led", "Acknowledge,Resolve,Escalate,Post update,More…")]
    [InlineData("resolved", "Close,Reopen,More…")]
    [InlineData("closed", "More…")]
    public void Shows_only_the_buttons_that_make_sense(string state, string buttons) =>
        Assert.Equal(buttons, string.Join(',', Card(In(state)).Buttons.Select(button => button.Label)));

    [Theory]
    [InlineData("open", Accent.Bad)]
    [InlineData("acknowledged", Accent.Warning)]
    [InlineData("resolved", Accent.Good)]
    [InlineData("closed", Accent.None)]
    public void Is_coloured_by_state(string state, Accent accent) => Assert.Equal(accent, Card(In(state)).Accent);

    [Fact]
    public void Has_the_same_colour_when_it_is_declared() =>
        Assert.Equal(Accent.Bad, AnswerCard.Declared(OpenIncident(), Org()).Accent);

    [Theory]
    [InlineData("room", "on the web")]
    [InlineData("teams", "on Teams")]
    [InlineData("phone", "by phone")]
    [InlineData("pigeon", "on Pigeon")]
    public void Says_as_people_do_where_it_was_acknowledged(string surface, string words)
    {
        var incident = OpenIncident() with { Acknowledgement = new(Ada, Moment, Moment, surface, 2) };
        Assert.EndsWith(words, $"{Card(incident).Fields.Single(field => field.Label == "Acknowledged by").Value}");
    }

    [Fact]
    public void Shows_how_the_same_thing_was_resolved_last_time()
    {
        var incident = OpenIncident() with { Before = new(1, Moment, Moment, "INC-7", null, null, "Restart the gateway") };
        Assert.Contains(Card(incident).Lines, line => $"{line}" == "How it was resolved last time: Restart the gateway");
    }

    [Fact]
    public void Links_to_itself_on_the_web() => Assert.Contains(
        Card(OpenIncident()).Lines, line => $"{line}".Contains("http://localhost:3978/incidents/INC-1"));

    [Fact]
    public void Says_when_an_update_is_late() => Assert.Contains(
        "overdue", $"{IncidentCard.For(OpenIncident(severity: Sev1), Org(), Moment.AddHours(1)).Fields.Single(field => field.Label == "Next update").Value}");

    [Theory]
    [InlineData(0, "less than a minute")]
    [InlineData(59, "59 min")]
    [InlineData(60, "1 h")]
    [InlineData(125, "2 h 5 min")]
    [InlineData(1440, "1 d")]
    [InlineData(1560, "1 d 2 h")]
    public void Says_how_long_it_has_been_going_on(int minutes, string words) =>
        Assert.Equal(words, TimeSpan.FromMinutes(minutes).Words());

    [Fact]
    public void Never_cuts_a_letter_in_half() => Assert.Equal("ab…", IncidentWords.Brief("ab😀cd", 4));

    static Card Card(Incident incident) => IncidentCard.For(incident, Org(), Moment.AddMinutes(5));

    static Incident In(string state) => state switch
    {
        "open" => OpenIncident(severity: Sev1),
        "acknowledged" => AcknowledgedIncident(Sev1),
        "led" => OpenIncident(severity: Sev1, lead: Grace),
        "resolved" => ResolvedIncident(),
        _ => ClosedIncident(),
    };
}
