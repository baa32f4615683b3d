using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>Those nobody ended; they check in while the incident is open.</summary>
    public IEnumerable<Workstream> OpenWorkstreams => Workstreams.Where(one => one.IsOpen);

    public Workstream? FindWorkstream(int number) => Workstreams.FirstOrDefault(one => one.Number == number);

    /// <summary>The one that somebody means who names none: the only one they lead, else the only one there is.</summary>
    public Workstream? OnlyWorkstreamOf(Person who)
    {
        var open = OpenWorkstreams.ToArray();
        return open.Where(one => one.Lead == who).ToArray() is [var own] ? own : open is [var single] ? single : null;
    }

    public Decision OpenWorkstream(string name, Person? lead, TimeSpan? every, Origin from) =>
        !IsOpen ? NotOpen()
        : NameFlaw(name) is { } flaw ? flaw
        : OpenWorkstreams.FirstOrDefault(one => IsCalled(one, name)) is { } same ? Unchange($"That is there already, as workstream {same.Number}.")
        : OpenWorkstreams.Count() >= Workstream.MostOpen ? Reject($"There are {Workstream.MostOpen} open ones already. End one first: {Code($"workstream {Name} done {OpenWorkstreams.First().Number}")}.", "name")
        : IntervalFlaw(every) ?? Accept(new WorkstreamOpened(Workstreams.Count + 1, name.Trim(), lead, every, from));

    /// <param name="lead">Null: nobody.</param>
    public Decision LeadWorkstream(int number, Person? lead, Origin from) =>
        !IsOpen ? NotOpen()
        : Standing(number, out var one) is { } flaw ? flaw
        : one.Lead != lead ? Accept(new WorkstreamLed(number, one.Name, one.Lead, lead, from))
        : lead is null ? Unchange($"Nobody leads workstream {number}.") : Unchange($"{lead} leads workstream {number} already.");

    public Decision ReportOnWorkstream(int number, string text, Origin from) =>
        !TakesReports ? NotOpen()
        : Standing(number, out var one) is { } flaw ? flaw
        : text.Trim() is "" ? Reject($"Say how it stands: {Code($"workstream {Name} report {number} failover tested, 20% moved")}.", "report")
        : text.Trim().Length > Workstream.LongestReport ? Reject($"Say it within {Workstream.LongestReport} characters; the rest fits into a note.", "report")
        : Accept(new WorkstreamReported(number, one.Name, text.Trim(), one.Missed, from));

    /// <param name="every">Null: nobody is asked any more.</param>
    public Decision PaceWorkstream(int number, TimeSpan? every, Origin from) =>
        !IsOpen ? NotOpen()
        : Standing(number, out var one) is { } flaw ? flaw
        : one.Every == every ? (every is { } now ? Unchange($"Workstream {number} checks in every {now.Written()} already.") : Unchange($"Workstream {number} has no check-ins."))
        : IntervalFlaw(every) ?? Accept(new WorkstreamPaced(number, one.Name, one.Every, every, from));

    public Decision PostponeCheckIn(int number, TimeSpan span, Origin from) =>
        !IsOpen ? NotOpen()
        : Standing(number, out var one) is { } flaw ? flaw
        : one.Every is null ? Unchange($"Workstream {number} has no check-ins; nothing will be asked.")
        : span <= TimeSpan.Zero || span > Workstream.LongestInterval ? Reject($"Put it off for up to a week, such as {Code("15m")} or {Code("1h")}.", "span")
        : Accept(new WorkstreamPostponed(number, one.Name, from.At + span, from));

    public Decision FinishWorkstream(int number, string outcome, Origin from) =>
        !TakesReports ? NotOpen()
        : FindWorkstream(number) is { State: WorkstreamState.Done } done ? Unchange($"Workstream {number} is already done, by {done.EndedBy}.")
        : Standing(number, out var one) is { } flaw ? flaw
        : OutcomeFlaw(outcome, "outcome") ?? Accept(new WorkstreamDone(number, one.Name, outcome.Trim(), from));

    public Decision DropWorkstream(int number, string reason, Origin from) =>
        !TakesReports ? NotOpen()
        : FindWorkstream(number) is { State: WorkstreamState.Dropped } ? Unchange($"Workstream {number} is already dropped.")
        : Standing(number, out var one) is { } flaw ? flaw
        : OutcomeFlaw(reason, "reason") ?? Accept(new WorkstreamDropped(number, one.Name, reason.Trim(), from));

    public Decision ReopenWorkstream(int number, Origin from) =>
        !IsOpen ? NotOpen()
        : FindWorkstream(number) is not { } one ? NoSuchWorkstream(number)
        : one.IsOpen ? Unchange($"Workstream {number} is open.")
        : OpenWorkstreams.FirstOrDefault(other => IsCalled(other, one.Name)) is { } same ? Reject($"Workstream {same.Number} has its name and is open; go on there.", "workstream")
        : Accept(new WorkstreamReopened(number, one.Name, from));

    public Decision RenameWorkstream(int number, string name, Origin from) =>
        !TakesReports ? NotOpen()
        : Standing(number, out var one) is { } flaw ? flaw
        : NameFlaw(name) is { } wrong ? wrong
        : one.Name == name.Trim() ? Unchange($"Workstream {number} is called so already.")
        : OpenWorkstreams.FirstOrDefault(other => other != one && IsCalled(other, name)) is { } same ? Reject($"Workstream {same.Number} is called so; take another name.", "name")
        : Accept(new WorkstreamRenamed(number, one.Name, name.Trim(), from));

    internal Incident WithWorkstream(int number, Func<Workstream, Workstream> change) =>
        this with { Workstreams = [.. Workstreams.Select(one => one.Number == number ? change(one) : one)] };

    /// <summary>Whether it may still be said how its workstreams stand and what came of them: when it is resolved, too.</summary>
    public bool TakesReports => IsOpen || Status == IncidentStatus.Resolved;

    /// <returns>Why nothing can be done with it; null: it is there and open.</returns>
    Decision? Standing(int number, out Workstream stream)
    {
        stream = FindWorkstream(number)!;
        return stream is null ? NoSuchWorkstream(number)
            : stream.IsOpen ? null
            : Reject($"Workstream {number} is {$"{stream.State}".ToLowerInvariant()}. {Code($"workstream {Name} reopen {number}")} it first.", "workstream");
    }

    Decision NoSuchWorkstream(int number) => Workstreams.Count == 0
        ? Reject($"{Name} has no workstreams yet. Open the first: {Code($"workstream {Name} add database failover @ada every 30m")}.", "workstream")
        : Reject($"{Name} has no workstream {number}. {Code($"workstream {Name}")} shows their numbers.", "workstream");

    static bool IsCalled(Workstream one, string name) => one.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);

    static Decision? NameFlaw(string name) =>
        name.Trim() is "" ? Reject($"Name what is worked on: {Code("workstream add database failover @ada every 30m")}.", "name")
        : name.Trim().Length > Workstream.LongestName ? Reject($"Name it within {Workstream.LongestName} characters; the rest fits into a report.", "name")
        : null;

    static Decision? IntervalFlaw(TimeSpan? every) => every < Workstream.ShortestInterval || every > Workstream.LongestInterval
        ? Reject($"Check-ins come every {Workstream.ShortestInterval.Written()} to {Workstream.LongestInterval.Written()}, such as {Code("every 30m")}; {Code("none")} stops them.", "every")
        : null;

    static Decision? OutcomeFlaw(string text, string field) => text.Trim().Length > Workstream.LongestReport
        ? Reject($"Say it within {Workstream.LongestReport} characters; the rest fits into a note.", field)
        : null;
}
