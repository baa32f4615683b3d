using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Escalation;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>The next rung now. Takes over from the timer, which counts anew from here.</summary>
    /// <remarks>A rung that reaches nobody (a role without a holder, an empty group) is passed at once.</remarks>
    public Decision Escalate(string reason, Organisation org, Origin from)
    {
        if (!IsOpen)
            return NotOpen();
        if (TooLong("reason", reason) is { } flaw)
            return flaw;
        if (org.LadderFor(Severity, Services) is not { } ladder)
            return Reject($"No escalation ladder fits {Name}. Name somebody: {Code("escalate @name")}.");
        var start = Climb.On(ladder);
        for (var skipped = 0; skipped < ladder.Rungs(); skipped++)
        {
            var rung = ladder.Next(start with { Taken = start.Taken + skipped });
            var (people, everywhere) = Whom(rung.Whom, org);
            if (people.Count > 0 || everywhere)
                return Accept(Take(rung, people, everywhere, skipped));
        }
        // Nobody at all is named: whoever has to do with it, and else everybody who looks.
        return Accept(Take(ladder.Next(start), Members, Members.Count == 0, 0));

        Escalated Take(Rung rung, IReadOnlyList<Person> people, bool everywhere, int skipped) => new(
            ladder.Key, rung.Round, rung.Step, people, everywhere, true, reason, from,
            start.Taken + skipped + 1, skipped);
    }

    /// <summary>Calls somebody by name; the ladder goes on as it was.</summary>
    public Decision EscalateTo(IReadOnlyList<Person> people, string reason, Origin from) =>
        !IsOpen ? NotOpen()
        : TooLong("reason", reason) is { } flaw ? flaw
        : people.Count == 0 ? Reject($"There is nobody in that group. Name a person: {Code("escalate @name")}.", "whom")
        : Practice && people.Any(who => who != Reporter)
            ? Reject($"{Name} is practice, so nobody else is called. {Code("escalate")} alone shows what would happen.", "whom")
        : Accept(new Escalated(ByHand, Climb.Taken, Escalations + 1, [.. people.Distinct()], false, false, reason, from));

    const string ByHand = "by hand";

    /// <summary>
    /// A page reached nobody within its time: call whoever stands at the end of the ladder, else whoever has to do with
    /// it, and nobody twice who could not be reached; when nobody is left, say it where everybody looks.
    /// </summary>
    /// <param name="asked">The version that asked for that page, as in <see cref="Wakes"/>.</param>
    public Decision FallBack(Person unreached, string reason, Organisation org, Origin from, int asked = 0)
    {
        if (!IsOpen)
            return Unchange($"{Name} is {Status.Words()}; nobody has to be called any more.");
        if (!Wakes(asked))
            return Unchange($"{Acknowledgement?.By} is on it; nobody else is called.");
        var ladder = org.LadderFor(Severity, Services);
        Target[] last = [ladder?.Last ?? new Target.Reporter(), new Target.Reporter()];
        Target[] everybody = [.. last, .. ladder?.Steps.SelectMany(step => step.Whom) ?? []];
        var to = Whom(everybody, org).People
            .Concat(Practice ? [] : Members)
            .FirstOrDefault(person => person != unreached && !Unreached.Contains(person));
        return to is not null ? Accept(new PageFellBack(unreached, to, reason, from))
            : Practice ? Unchange($"There is nobody else to call.")
            : Accept(new Escalated(
                ByHand, Climb.Taken, Escalations + 1, [], true, false, $"{unreached.Name} could not be reached", from));
    }

    /// <summary>
    /// Whether a page still goes out: one that the ladder asked for not once somebody is on it, but one that they, or
    /// others after them, asked for.
    /// </summary>
    /// <param name="asked">The version that asked for it.</param>
    public bool Wakes(int asked) => IsOpen && (Acknowledgement is null || Acknowledgement.Version < asked);

    /// <summary>Who is meant by a rung, now. A practice incident calls nobody but the one who practises.</summary>
    (IReadOnlyList<Person> People, bool Everywhere) Whom(IReadOnlyCollection<Target> targets, Organisation org)
    {
        if (Practice)
            return (Reporter is null ? [] : [Reporter], false);
        var people = targets.SelectMany(target => target switch
        {
            Target.OnePerson one => [org.FindMember(one.Id)?.Person ?? new Person(one.Id, one.Id)],
            Target.GroupOf group => org.FindGroup(group.Key)?.People.Select(id => org.FindMember(id)?.Person ?? new(id, id)) ?? [],
            Target.HoldersOf role => HoldersOf(role.Role),
            Target.Reporter => Reporter is null ? [] : new[] { Reporter },
            _ => [],
        });
        return (
            [.. people.Where(who => who != Person.Bot).Distinct()],
            !Private && targets.Any(target => target is Target.AnnounceRooms));
    }
}
