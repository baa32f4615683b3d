using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What is said aloud when something happens: news for a room, duties and offers for a person.</summary>
public sealed class SpokenCards : ISpokenCards
{
    public Card News(IncidentEvent fact, Incident incident, Organisation org) => new(fact.Describe())
    {
        Header = incident.Heading(),
        Accent = fact switch
        {
            Escalated or Reopened or AcknowledgementEnded or ExerciseStepped { Kind: ScenarioStepKind.Alert } => Accent.Bad,
            ExerciseStepped { Kind: ScenarioStepKind.Question } => Accent.Warning,
            Resolved or Mitigated => Accent.Good,
            TargetMissed => Accent.Bad,
            TargetAtRisk => Accent.Warning,
            Canceled or Merged => Accent.None,
            _ => incident.Colour(),
        },
        Lines = [$"{incident.Title}", .. Lines(fact, incident)],
        Buttons = [.. Buttons(fact, incident, org)],
        Hint = fact is UpdatePosted ? (ChatText)$"Sent {Surfaces.Words(fact.From.Surface)}" : null,
    };

    public Card Duties(RoleAssigned assigned, Incident incident, Organisation org)
    {
        var role = org.Describe(assigned.Role);
        var own = new ChecklistLayout(
            incident, incident.Checklists.Where(list => list.Role == assigned.Role), ChecklistsCard.MostLines - 3 - role.Duties.Count);
        return new($"You are {role.Name} of {incident.Reference.ToString()}")
        {
            Header = incident.Heading(),
            Accent = incident.Colour(),
            Lines =
            [
                $"{incident.Title}",
                $"{role.Description}.",
                .. role.Duties.Select(duty => (ChatText)$"○ {duty}"),
                .. own.Lines(org),
                $"{incident.Link(org)}",
            ],
            Buttons =
            [
                new("Catch up", $"catchup {incident.Reference}", ButtonStyle.Primary),
                .. own.Buttons(ChecklistsCard.MostButtons - 2),
                new("Hand it off", $"handoff {incident.Reference} {role.Key}"),
            ],
            Hint = assigned.From.By == assigned.To ? null : (ChatText)$"{assigned.From.By} gave you the role.",
        };
    }

    public Card Offer(HandOffOffered offered, Incident incident, Organisation org)
    {
        var role = org.Describe(offered.Role);
        return new($"{offered.From.By} asks you to take over: {role.Name} of {incident.Reference.ToString()}")
        {
            Header = incident.Heading(),
            Accent = Accent.Warning,
            Lines = [$"{incident.Title}", $"{role.Description}.", .. role.Duties.Select(duty => (ChatText)$"○ {duty}")],
            Buttons =
            [
                new("Accept", $"accept {incident.Reference}", ButtonStyle.Primary),
                new("Decline", $"decline {incident.Reference} handoff"),
                new("Catch up", $"catchup {incident.Reference}"),
            ],
            Hint = $"Until you accept, the role stays with {offered.From.By}.",
        };
    }

    public Card Score(Incident drill, Organisation org) => DrillCard.For(drill, org);

    public Card Ask(Question question, Incident incident, Organisation org) => QuestionCards.For(question, incident, org);

    static IEnumerable<ChatText> Lines(IncidentEvent fact, Incident incident)
    {
        if (fact is Resolved { Resolution.HowTo.Length: > 0 } resolved)
            yield return $"How to resolve it next time: {IncidentWords.Brief(resolved.Resolution.HowTo, 500)}";
        if (fact is Escalated && incident.Acknowledgement is null)
            yield return $"Nobody is on it yet.";
        if (fact is Acknowledged)
            yield return $"Nobody else is called.";
        if (fact is Resolved && WorkstreamWords.LeftOpen(incident) is { } left)
            yield return left;
    }

    static ActionItem? TaskOf(IncidentEvent fact, Incident incident) => fact switch
    {
        TaskAdded added => incident.FindTask(added.Number),
        TaskChanged changed => incident.FindTask(changed.Number),
        _ => null,
    };

    static Workstream? WorkstreamOf(IncidentEvent fact, Incident incident) => fact switch
    {
        WorkstreamOpened opened => incident.FindWorkstream(opened.Number),
        WorkstreamLed led => incident.FindWorkstream(led.Number),
        _ => null,
    };

    static IEnumerable<Button> Buttons(IncidentEvent fact, Incident incident, Organisation org)
    {
        var name = incident.Reference;
        if (fact is Escalated or Reopened or AcknowledgementEnded && incident is { IsOpen: true, Acknowledgement: null })
            yield return new("Acknowledge", $"ack {name}", ButtonStyle.Primary);
        if (fact is TargetAtRisk or TargetMissed && Kept(fact, incident) is { } act)
            yield return act;
        if (fact is Acknowledged && incident.IsOpen)
            yield return new("Join", $"join {name}");
        if (fact is ExerciseStepped { Kind: ScenarioStepKind.Question } asked && incident.IsOpen)
            yield return new("Answer", $"answer {name} {asked.Step}", ButtonStyle.Primary);
        if (fact is Resolved && incident.Status == IncidentStatus.Resolved)
            yield return new("Reopen", $"reopen {name}");
        if (fact is RoomLost && incident.IsOpen)
            yield return new("Open a new room", $"channel {name}", ButtonStyle.Primary);
        if (fact is TaskAdded or TaskChanged && TaskOf(fact, incident) is { IsOpen: true } task)
        {
            yield return new("Done", $"task {name} done {task.Number}", ButtonStyle.Primary);
            yield return new("Change it", $"task {name} change {task.Number}");
        }
        if (WorkstreamOf(fact, incident) is { IsOpen: true } stream && incident.IsOpen)
        {
            yield return new("Report", $"workstream {name} report {stream.Number}", ButtonStyle.Primary);
            yield return new("Done", $"workstream {name} done {stream.Number}");
        }
        if (fact is WorkstreamOpened or WorkstreamLed or WorkstreamReported || (fact is Resolved && incident.OpenWorkstreams.Any()))
            yield return new("Workstreams", $"workstream {name}");
        // What was small is not reviewed unless somebody wants to; three questions are quickly answered.
        if (fact is Resolved && incident is { Review: null, IsReviewable: true, Practice: false } && !incident.NeedsReview(org))
            yield return new("What did we learn?", $"pir {name} start");
        if (fact is ReviewEvent)
            yield return new("Show the review", $"pir {name} show", ButtonStyle.Primary);
        if (fact is Merged)
            yield return new($"Show {incident.MergedInto}", $"show {incident.MergedInto}");
        yield return new("Show", $"show {name}");
    }

    /// <summary>What keeps the target, while it isn't kept.</summary>
    static Button? Kept(IncidentEvent fact, Incident incident) =>
        ((fact as TargetAtRisk)?.Target ?? (fact as TargetMissed)?.Target) switch
        {
            _ when !incident.IsOpen => null,
            ServiceLevels.Acknowledge when incident.Acknowledgement is null => new("Acknowledge", $"ack {incident.Reference}", ButtonStyle.Primary),
            ServiceLevels.Resolve => new("Resolve", $"resolve {incident.Reference}", ButtonStyle.Primary),
            ServiceLevels.Update => new("Post update", $"update {incident.Reference}", ButtonStyle.Primary),
            _ => null,
        };
}
