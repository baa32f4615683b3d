using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>What was promised for a severity, and until when.</summary>
/// <param name="Missed">False: three quarters of the time were over; true: all of it.</param>
public sealed record TargetWarning(string Target, DateTimeOffset Due, bool Missed);

/// <summary>Three quarters of the time that was promised for something are over.</summary>
/// <param name="Target">One of <see cref="ServiceLevels.All"/>.</param>
public sealed record TargetAtRisk(string Target, DateTimeOffset Due, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Warned = [.. incident.Warned, new(Target, Due, false)] };

    public override ChatText Describe() => $"At risk: the target to {ServiceLevels.Words(Target)} by {Due}";
}

/// <summary>What was promised was not done in time.</summary>
/// <inheritdoc cref="TargetAtRisk"/>
public sealed record TargetMissed(string Target, DateTimeOffset Due, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Warned = [.. incident.Warned, new(Target, Due, true)],
        MissedUpdate = incident.MissedUpdate || Target == ServiceLevels.Update,
    };

    public override ChatText Describe() => $"Missed: the target to {ServiceLevels.Words(Target)} by {Due}";
}
