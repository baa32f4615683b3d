using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Whether a line will ask with a form, for platforms that must know it when they draw the button.</summary>
/// <remarks>
/// The commands themselves are asked, about incidents made up for it, so that there is no list to keep. A line that may
/// show a card to choose from is none: where a form is expected, such a card would be words without its buttons.
/// </remarks>
public static class Foresight
{
    static readonly Person Somebody = new("", "somebody");
    static readonly Room Somewhere = new("", "", "");
    static readonly Origin Once = new(Somebody, DateTimeOffset.UnixEpoch, "");

    /// <summary>So many things are numbered; a button for a later one is taken for one that does not ask.</summary>
    const int Numbered = 40;

    /// <summary>What is asked depends on whether it is over, and on what there is to choose from.</summary>
    static readonly IReadOnlyList<Incident> Imagined =
        [Open(), Open().Apply(Everything()), Open().Apply(new Resolved(new("", "", null, "", ""), Once))];

    public static bool Asks(string typed, Organisation org)
    {
        var line = Grammar.Read(typed, org.Prefix).WithLast(org.Prefix, inRoomOfAnother: false);
        return line.Command switch
        {
            IChangeCommand change when change is not IStartCommand || line.First is not null => Asks(change, line, org),
            IStartCommand start => start.Read(Request(line, org, start.Within ? Imagined[0] : null))
                is Started.Answers { Reply: Reply.Ask },
            IQueryCommand query => query.Ask(Request(line, org, null)) is not null,
            _ => false,
        };
    }

    static bool Asks(IChangeCommand command, Line line, Organisation org)
    {
        var request = Request(line, org, line.Second is null ? null : Imagined[0]);
        return Imagined.Any(incident => command.Ask(incident, request) is not null)
            && Imagined.All(incident => command.Offer(incident, request) is null);
    }

    static Request Request(Line line, Organisation org, Incident? other) => new(
        new("", "", Somebody, Somewhere, DateTimeOffset.UnixEpoch), line.Verb, line.Text, org,
        Handles.In(line.Text).ToDictionary(handle => handle, _ => Somebody), other);

    static Incident Open() => new Incident(new(Guid.Empty), new("", 1)).Apply(
        new Declared(
            "", IncidentStatus.Investigating, null, null, null, null, [], "", "", Private: false, Drill: false, Practice: false,
            null, null, null, null, null, null, Once));

    /// <summary>One of each kind that a form lets people choose from.</summary>
    static IReadOnlyList<IncidentEvent> Everything() =>
    [
        .. Enumerable.Range(1, Numbered).Select(number => new TaskAdded(number, new("", null, null, null, false), Once)),
        .. Enumerable.Range(1, Numbered).Select(number => new WorkstreamOpened(number, "", null, null, Once)),
        new ChecklistAttached(1, "", "", null, ["", ""], Once),
        new StepTicked(1, 1, "", Once),
        new HypothesisRaised(1, "", null, Once),
        new WhyAnswered("1", "", Once),
        new FishboneCauseAdded("1", "", "", Once),
        new FaultEventAdded("E1", "", null, FaultTree.Top, Once),
    ];
}
