using System.Text.RegularExpressions;
using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

/// <summary>Every move from every state: where it leads, that it does no harm twice, and what is said when it can't be.</summary>
public partial class MovingThroughLife
{
    /// <summary>"=": it is so already. "-": refused.</summary>
    const string Table = """
                        ack            investigate    identify    monitor     mitigate      resolve   reopen         close   decline   cancel    merge   confirm   told      review    waive     amend
        Triage          Investigating  Investigating  Identified  Monitoring  Triage        Resolved  =              -       Declined  Declined  Merged  -         -         -         -         -
        Investigating   Investigating  =              Identified  Monitoring  Investigating Resolved  =              -       -         Canceled  Merged  -         -         -         -         -
        Identified      Identified     Investigating  =           Monitoring  Identified    Resolved  =              -       -         Canceled  Merged  -         -         -         -         -
        Monitoring      Monitoring     Investigating  Identified  =           =             Resolved  Investigating  -       -         Canceled  Merged  -         -         -         -         -
        Resolved        -              -              -           -           -             =         Investigating  Closed  -         -         -       Resolved  Resolved  Resolved  Resolved  Resolved
        Closed          -              -              -           -           -             =         Investigating  =       -         -         -       -         -         Closed    Closed    Closed
        Declined        -              -              -           -           -             -         -              -       =         =         -       -         -         -         -         -
        Canceled        -              -              -           -           -             -         -              -       -         =         -       -         -         -         -         -
        Merged          -              -              -           -           -             -         -              -       -         -         =       -         -         -         -         -
        """;

    static readonly Resolution Amended = Fix with { HowTo = "Switch the flag off" };

    static readonly Dictionary<string, Func<Incident, Decision>> Moves = new()
    {
        ["ack"] = one => one.Acknowledge(From(Grace)),
        ["investigate"] = one => one.SetStatus(IncidentStatus.Investigating, "", Org(), From(Ada)),
        ["identify"] = one => one.SetStatus(IncidentStatus.Identified, "", Org(), From(Ada)),
        ["monitor"] = one => one.SetStatus(IncidentStatus.Monitoring, "", Org(), From(Ada)),
        ["mitigate"] = one => one.Mitigate("", From(Ada)),
        ["resolve"] = one => one.Resolve(Fix, Org(), From(Ada)),
        ["reopen"] = one => one.Reopen("", From(Ada)),
        ["close"] = one => one.Close(Org(), From(Ada)),
        ["decline"] = one => one.Decline("", From(Ada)),
        ["cancel"] = one => one.Cancel("", From(Ada)),
        ["merge"] = one => one.MergeInto(OpenIncident(number: 2), From(Ada)),
        ["confirm"] = one => one.ConfirmFix(Org().RecoveryChecklist, Org(), From(Ada)),
        ["told"] = one => one.TellStakeholders("", From(Ada)),
        ["review"] = one => one.ScheduleReview(Moment.AddDays(1), From(Ada)),
        ["waive"] = one => one.WaiveReview("too small", From(Ada)),
        ["amend"] = one => one.AmendResolution(Amended, From(Ada)),
    };

    public static TheoryData<IncidentStatus, string, string> Cells
    {
        get
        {
            var rows = Table.Split('\n').Select(line => Blanks().Split(line.Trim())).ToArray();
            var cells = new TheoryData<IncidentStatus, string, string>();
            foreach (var row in rows.Skip(1))
                for (var column = 1; column < row.Length; column++)
                    cells.Add(Enum.Parse<IncidentStatus>(row[0]), rows[0][column - 1], row[column]);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Leads_where_the_table_says(IncidentStatus state, string move, string leadsTo)
    {
        var incident = In(state, move);
        var decision = Moves[move](incident);

        switch (leadsTo)
        {
            case "=":
                Assert.IsType<Decision.Unchanged>(decision).Reason.ShouldReadWell();
                break;
            case "-":
                ShouldSayWhatToDo(Assert.IsType<Decision.Rejected>(decision));
                break;
            default:
                Assert.Equal(Enum.Parse<IncidentStatus>(leadsTo), incident.Apply(decision.ShouldAccept()).Status);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Does_no_harm_when_it_is_asked_twice(IncidentStatus state, string move, string leadsTo)
    {
        var incident = In(state, move);
        var once = incident.After(Moves[move](incident));
        var again = Moves[move](once);

        if (move == "ack" && again is Decision.Accepted)
            again.ShouldAccept<AcknowledgementConfirmed>();
        else
            Assert.Equal(leadsTo == "-", again is Decision.Rejected);
        Assert.Equal((once.Status, once.Times), (once.After(again).Status, once.After(again).Times));
    }

    [Fact]
    public void Names_every_state_and_every_move()
    {
        var cells = Cells.Select(row => (State: row[0], Move: row[1])).ToArray();

        Assert.Equal(Enum.GetValues<IncidentStatus>().Length - 1, cells.Select(cell => cell.State).Distinct().Count());
        Assert.Equal(Moves.Keys.Order(), cells.Select(cell => (string)cell.Move).Distinct().Order());
    }

    [Theory]
    [InlineData(IncidentStatus.Triage)]
    [InlineData(IncidentStatus.Closed)]
    [InlineData(IncidentStatus.Canceled)]
    [InlineData(IncidentStatus.Merged)]
    [InlineData(IncidentStatus.Undeclared)]
    public void Is_not_done_by_naming_a_state_that_is_reached_otherwise(IncidentStatus to) =>
        OpenIncident().SetStatus(to, "", Org(), From(Ada))
            .ShouldReject("Choose investigating, identified, monitoring or resolved.", "status");

    [Fact]
    public void Asks_what_fixed_it_before_it_is_resolved_by_name() =>
        OpenIncident().SetStatus(IncidentStatus.Resolved, "", Org(), From(Ada))
            .ShouldReject("Say what fixed it: `resolve INC-1 …`.", "status");

    [Fact]
    public void Takes_a_new_cause_for_what_was_identified() => Assert.Equal(
        "a bad deploy",
        OpenIncident().Apply(new StatusChanged(IncidentStatus.Investigating, IncidentStatus.Identified, "", From(Ada)))
            .SetStatus(IncidentStatus.Identified, "a bad deploy", Org(), From(Ada)).ShouldAccept<StatusChanged>().Text);

    [Fact]
    public void Waits_for_a_field_that_is_required_from_that_state_on()
    {
        var org = Org(Field("customers", requiredFrom: IncidentStatus.Identified));

        OpenIncident().SetStatus(IncidentStatus.Identified, "", org, From(Ada))
            .ShouldReject("Field customers is needed first: `field customers …`.", "customers");
        OpenIncident().SetStatus(IncidentStatus.Monitoring, "", org, From(Ada))
            .ShouldReject("Field customers is needed first: `field customers …`.", "customers");
        OpenIncident().Apply(new FieldSet("customers", "", "all", From(Ada)))
            .SetStatus(IncidentStatus.Identified, "", org, From(Ada)).ShouldAccept<StatusChanged>();
    }

    [Fact]
    public void Is_never_refused_to_somebody_who_acknowledges_because_a_field_is_missing() =>
        TriagedIncident().Acknowledge(From(Ada)).ShouldAccept<Acknowledged>();

    [Fact]
    public void Refuses_what_nobody_would_read()
    {
        var much = new string('x', 3001);
        Decision[] decisions =
        [
            OpenIncident().SetStatus(IncidentStatus.Identified, much, Org(), From(Ada)),
            OpenIncident().Mitigate(much, From(Ada)),
            OpenIncident().Resolve(Fix with { RootCause = much }, Org(), From(Ada)),
            OpenIncident().Cancel(much, From(Ada)),
            OpenIncident().Escalate(much, Org(), From(Ada)),
            AcknowledgedIncident().Unacknowledge(much, From(Ada)),
            TriagedIncident().Decline(much, From(Ada)),
            ResolvedIncident().Reopen(much, From(Ada)),
            ResolvedIncident().TellStakeholders(much, From(Ada)),
            ResolvedIncident().WaiveReview(much, From(Ada)),
            ResolvedIncident().AmendResolution(Fix with { HowTo = much }, From(Ada)),
            OpenIncident().Note(much, null, false, From(Ada)),
        ];

        Assert.All(decisions, decision => Assert.StartsWith(
            "The text is longer than 3000 characters; shorten it", Assert.IsType<Decision.Rejected>(decision).Reason.ToString()));
    }

    /// <summary>Only what the move itself needs is in its way.</summary>
    static Incident In(IncidentStatus state, string move) => (state, move) switch
    {
        (IncidentStatus.Resolved, "close") => IncidentIn(state).Apply(
            [new FixConfirmed([], From(Ada)), new StakeholdersTold("", From(Ada))]),
        _ => IncidentIn(state),
    };

    static void ShouldSayWhatToDo(Decision.Rejected rejected)
    {
        rejected.Reason.ShouldReadWell();
        var says = rejected.Reason.ToString();
        Assert.True(says.Contains('`', StringComparison.Ordinal) || says.Contains("go on there", StringComparison.Ordinal), says);
        Assert.EndsWith(".", says);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
