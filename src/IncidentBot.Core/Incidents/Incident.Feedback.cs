using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

/// <summary>A question that is asked once, of one person.</summary>
public enum Question
{
    /// <summary>Of the reporter: is it fixed for you?</summary>
    Fixed,

    /// <summary>Of whoever resolved it: are the times right?</summary>
    Times,

    /// <summary>Of who took part: how was it handled?</summary>
    Handling,
}

public sealed partial record Incident
{
    public const int LowestScore = 1;
    public const int HighestScore = 5;
    const decimal MostCosts = 10_000_000;

    /// <summary>Whoever resolved it knows, and a bot or a drill has nobody to ask.</summary>
    public Person? AskedWhetherFixed => Reporter is { } who && who != Person.Bot && who != Handling.ResolvedBy
        && !Drill && !Practice && !Backfilled ? who : null;

    /// <summary>Everybody who responded or had a role.</summary>
    public IReadOnlyList<Person> TookPart =>
        [.. Responders.Concat(Assignments.Select(one => one.Person)).Where(who => who != Person.Bot).Distinct()];

    public Decision AnswerWhetherFixed(bool isFixed, Origin from) =>
        Status is not (IncidentStatus.Resolved or IncidentStatus.Closed) ? NotResolved()
        : from.By != Reporter ? NotTheReporter()
        : FixedForReporter == isFixed ? Unchange($"You have said so already.")
        : Accept(new ReporterAnswered(isFixed, from));

    public Decision GiveSatisfaction(int score, string comment, Origin from) =>
        Status is not (IncidentStatus.Resolved or IncidentStatus.Closed) ? NotResolved()
        : from.By != Reporter ? NotTheReporter()
        : BadScore(score) ?? TooLong("comment", comment)
            ?? (Satisfaction == new Satisfaction(score, comment) ? Unchange($"You have said so already.")
                : Accept(new SatisfactionGiven(score, comment, from)));

    public Decision RateHandling(int score, string comment, Origin from) =>
        Status is not (IncidentStatus.Resolved or IncidentStatus.Closed) ? NotResolved()
        : !TookPart.Contains(from.By) ? Reject($"Only who took part in {Name} says how it was handled.")
        : BadScore(score) ?? TooLong("comment", comment)
            ?? (comment == "" && Ratings.GetValueOrDefault(from.By.Id) == score ? Unchange($"You have said so already.")
                : Accept(new HandlingRated(score, comment, from)));

    public Decision ConfirmTimes(Origin from) =>
        Status is not (IncidentStatus.Resolved or IncidentStatus.Closed) ? NotResolved()
        : TimesConfirmed ? Unchange($"Somebody has said so already.")
        : Accept(new TimesConfirmed(from));

    public Decision AddCost(decimal amount, string what, Origin from) =>
        Status == IncidentStatus.Undeclared ? NotOpen()
        : Math.Round(amount, 2) == 0 ? Reject($"Say how much, such as {Code($"cost {Name} 250 for a courier")}.", "amount")
        : Math.Abs(amount) > MostCosts ? Reject($"That is more than an incident can cost here; check the amount.", "amount")
        : DirectCosts + amount < 0 ? Reject($"Only what was added can be taken back.", "amount")
        : TooLong("for", what) ?? Accept(new DirectCostAdded((int)Math.Round(amount * 100), what, from));

    static Decision? BadScore(int score) => score is >= LowestScore and <= HighestScore
        ? null
        : Reject($"Give a number from {LowestScore} (bad) to {HighestScore} (good).", "score");

    Decision NotTheReporter() => Reject(Reporter is { } who
        ? (ChatText)$"Only {who}, who declared {Name}, is asked."
        : $"Nobody is known to have declared {Name}.");
}
