using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>The bot asked those who lead these workstreams how they stand.</summary>
public sealed record CheckInsAsked(IReadOnlyList<int> Numbers, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => Numbers.Aggregate(incident, (now, number) => now.WithWorkstream(
        number, one => one with { Asks = one.Asks + 1, AskedFirst = one.AskedFirst ?? From.At, AskedLast = From.At }));

    public override ChatText Describe() => $"Asked for a check-in: workstream {string.Join(", ", Numbers)}";
}

/// <summary>Nobody said how these stand, although they were asked; others hear of it, once.</summary>
public sealed record CheckInsMissed(IReadOnlyList<SilentWorkstream> Streams, Origin From) : IncidentEvent(From)
{
    const int Most = 2;

    public override Incident ApplyTo(Incident incident) => Streams.Aggregate(
        incident, (now, silent) => now.WithWorkstream(silent.Number, one => one with { Missed = true }));

    public override ChatText Describe() =>
        $"No check-in: {ChatText.Join(", ", Streams.Take(Most).Select(one => one.Told))}{(Streams.Count > Most ? $" and {Streams.Count - Most} more" : "")}";
}

/// <param name="Lead">Who was to report; null: nobody led it.</param>
public sealed record SilentWorkstream(int Number, string Name, Person? Lead)
{
    internal ChatText Told => $"workstream {Number} {Name} ({(Lead is null ? (ChatText)$"nobody leads it" : $"{Lead}")})";
}
