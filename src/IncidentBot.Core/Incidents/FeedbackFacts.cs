using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>How satisfied the reporter is.</summary>
/// <param name="Score">1 to 5; 4 and 5 are satisfied.</param>
public sealed record Satisfaction(int Score, string Comment);

/// <summary>Whoever declared it says whether it is fixed for them.</summary>
public sealed record ReporterAnswered(bool IsFixed, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { FixedForReporter = IsFixed };

    protected override bool IsResponse => false;

    public override ChatText Describe() => IsFixed
        ? (ChatText)$"{By}, who declared it, says that it is fixed"
        : $"{By}, who declared it, says that it is not fixed";
}

/// <summary>Whoever declared it says how satisfied they are.</summary>
public sealed record SatisfactionGiven(int Score, string Comment, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Satisfaction = new(Score, Comment) };

    protected override bool IsResponse => false;

    public override ChatText Describe() => $"{By}, who declared it, gives {Score} of 5{Story.Told(Comment)}";
}

/// <summary>Somebody who took part says how well it was handled.</summary>
public sealed record HandlingRated(int Score, string Comment, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Ratings = new Dictionary<string, int>(incident.Ratings) { [By.Id] = Score },
    };

    protected override bool IsResponse => false;

    public override ChatText Describe() => $"{By} gives the handling {Score} of 5{Story.Told(Comment)}";
}

/// <summary>The times are right, says who was asked.</summary>
public sealed record TimesConfirmed(Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { TimesConfirmed = true };

    protected override bool IsResponse => false;

    public override ChatText Describe() => $"{By} says that the times are right";
}

/// <summary>Somebody paid for something because of it.</summary>
/// <param name="Hundredths">In hundredths of the organisation's currency; less than nothing takes back.</param>
public sealed record DirectCostAdded(int Hundredths, string For, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { DirectCosts = incident.DirectCosts + (Hundredths / 100m) };

    protected override bool IsResponse => false;

    public override ChatText Describe() =>
        $"{By} added {Amount} to the costs{Story.Told(For)}";

    string Amount => (Hundredths / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
