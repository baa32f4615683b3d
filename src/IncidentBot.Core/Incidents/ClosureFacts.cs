using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>The recovery checklist was gone through: service restored, data verified, monitoring green, nothing left.</summary>
/// <param name="Checked">The points, as they were worded then.</param>
public sealed record FixConfirmed(IReadOnlyList<string> Checked, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Fixed = By };

    public override ChatText Describe() => $"{By} confirmed the fix{Story.Told(string.Join(", ", Checked ?? []))}";
}

/// <summary>Everybody who waited for news has heard that it is over.</summary>
public sealed record StakeholdersTold(string How, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Told = By };

    public override ChatText Describe() => $"{By} says that stakeholders were told{Story.Told(How)}";
}

public sealed record ReviewScheduled(DateTimeOffset When, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { ReviewAt = When, ReviewCalledBy = By, ReviewWaived = null };

    public override ChatText Describe() => $"{By} scheduled the review for {When}";
}

public sealed record ReviewWaived(string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        ReviewWaived = Reason,
        ReviewAt = null,
        Review = null,
    };

    public override ChatText Describe() => $"{By} waived the review: {Reason}";
}
