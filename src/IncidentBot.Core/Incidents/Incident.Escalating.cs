using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Escalation;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>The next rung now. Takes over from the timer, which counts anew from here.</summary>
    public Decision Escalate(string reason, Organisation org, Origin from)
    {
        if (!IsOpen)
            return NotOpen("reopen");
        if (org.LadderFor(Severity, Services) is not { } ladder)
            return Reject($"No escalation ladder fits {Name}. Name somebody: {Code("escalate @name")}.");
        if (ladder.Next(Climb) is not { } rung)
            return Reject($"Everybody on the ladder was called. Name somebody: {Code("escalate @name")}.");
        var (people, everywhere) = Whom(rung.Whom, org);
        return Accept(new Escalated(ladder.Key, rung.Round, rung.Step, people, everywhere, true, reason, from));
    }

    /// <summary>Calls somebody by name; the ladder goes on as it was.</summary>
    public Decision EscalateTo(IReadOnlyList<Person> people, string reason, Origin from) =>
        !IsOpen ? NotOpen("reopen")
        : people.Count == 0 ? Reject($"There is nobody in that group. Name a person: {Code("escalate @name")}.", "whom")
        : Accept(new Escalated("by hand", Climb.Taken, Escalations + 1, people, false, false, reason, from));

    /// <summary>A page reached nobody within its time: call whoever stands at the end of the ladder.</summary>
    public Decision FallBack(Person unreached, string reason, Organisation org, Origin from)
    {
        var (last, _) = Whom([org.LadderFor(Severity, Services)?.Last ?? new Target.Reporter()], org);
        var to = last.Append(Reporter!).FirstOrDefault(person => person != unreached);
        return to is null
            ? Unchange($"There is nobody else to call.")
            : Accept(new PageFellBack(unreached, to, reason, from));
    }

    /// <summary>Who is meant by a rung, now; a role without a holder means its deputy or nobody.</summary>
    (IReadOnlyList<Person> People, bool Everywhere) Whom(IEnumerable<Target> targets, Organisation org)
    {
        var all = targets.ToArray();
        var people = all.SelectMany(target => target switch
        {
            Target.OnePerson one => [org.FindMember(one.Id)?.Person ?? new Person(one.Id, one.Id)],
            Target.GroupOf group => org.FindGroup(group.Key)?.People.Select(id => org.FindMember(id)?.Person ?? new(id, id)) ?? [],
            Target.HoldersOf role => HoldersOf(role.Role),
            Target.Reporter => Reporter is null ? [] : new[] { Reporter },
            _ => [],
        });
        return ([.. people.Distinct()], all.Any(target => target is Target.AnnounceRooms));
    }
}
