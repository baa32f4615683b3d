using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

public sealed record SeverityChanged(Severity? Was, Severity Is, string Reason, Origin From) : IncidentEvent(From)
{
    /// <summary>Worse than thought; the first rating is that only when it is the worst there is.</summary>
    bool Raises => Was is null ? Is.IsCritical : Is.Rank < Was.Rank;

    public override Incident ApplyTo(Incident incident) => incident with
    {
        Severity = Is,
        RaisedAt = Raises ? From.At : incident.RaisedAt,
        // Whoever slept through it must hear of it from the first rung on; where none was taken yet, nobody waits longer.
        Climb = Raises && incident.Climb.Taken > 0 ? new(0, From.At) : incident.Climb,
        Unreached = Raises ? [] : incident.Unreached,
        Reminded = incident.Reminded.Without(TimerKind.NoSeverity),
    };

    public override ChatText Describe() =>
        $"{By} {(Was is null ? $"set the severity to {Is}" : $"changed the severity from {Was} to {Is}")}{Because(Reason)}";

    protected override bool ForEverybody => true;

    internal static string Because(string? reason) => string.IsNullOrEmpty(reason) ? "" : $" ({reason})";
}

public sealed record PriorityChanged(Priority? Was, Priority Is, string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Priority = Is };

    public override ChatText Describe() =>
        $"{By} {(Was is null ? $"set the priority to {Is}" : $"changed the priority from {Was} to {Is}")}{SeverityChanged.Because(Reason)}";
}

/// <summary>The impact questions were answered; what the matrix suggested stays on record beside what was chosen.</summary>
/// <param name="Chosen">What somebody chose instead; null: they followed the matrix.</param>
public sealed record Assessed(
    Assessment Answers, Severity Suggested, Priority SuggestedPriority, Origin From, Severity? Chosen = null,
    Priority? ChosenPriority = null) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Assessment = Answers };

    public override ChatText Describe() =>
        $"{By} assessed the impact: users {Words(Answers.Users)}, services {Words(Answers.Services)}, revenue {Words(Answers.Revenue)}, data {Words(Answers.Data)}; the matrix suggests {Suggested.Name} and {SuggestedPriority.Name}{Overruled}";

    string Overruled => string.Join(" and ", new[] { Chosen?.Name, ChosenPriority?.Name }.OfType<string>()) switch
    {
        "" => "",
        var chosen => $", overruled: {chosen}",
    };

    static string Words(Extent extent) => extent.ToString().ToLowerInvariant();
}

public sealed record CategoryChanged(string? Was, string Is, string Name, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Category = Is };

    public override ChatText Describe() => $"{By} set the category to {Name}";
}

public sealed record TypeChanged(string? Was, string Is, string Name, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Type = Is };

    public override ChatText Describe() => $"{By} set the type to {Name}";
}

/// <param name="Service">Its key in the catalogue.</param>
public sealed record ServiceAdded(string Service, string Name, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Services = [.. incident.Services, Service] };

    public override ChatText Describe() => $"{By} added the service {Name}";
}

/// <inheritdoc cref="ServiceAdded"/>
public sealed record ServiceRemoved(string Service, string Name, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Services = [.. incident.Services.Where(service => service != Service)] };

    public override ChatText Describe() => $"{By} removed the service {Name}";
}

/// <summary>A custom field of the organisation got its answer.</summary>
public sealed record FieldSet(string Key, string Label, string Value, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Fields = new Dictionary<string, string>(incident.Fields) { [Key] = Value },
    };

    public override ChatText Describe() => $"{By} set {Label} to {Value}";
}

public sealed record PrivacyChanged(bool Private, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Private = Private };

    public override ChatText Describe() =>
        $"{By} made it {(Private ? "private: only its members see it now" : "visible to everybody")}";
}
