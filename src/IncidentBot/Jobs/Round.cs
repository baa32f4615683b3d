using System.Globalization;
using IncidentBot.Chat;

namespace IncidentBot.Jobs;

/// <summary>How far a room has been compared with what its platform remembers.</summary>
/// <param name="Now">When this round is made.</param>
public sealed record Round(Room Room, DateTimeOffset Now)
{
    /// <summary>Long enough for what was changed, marked or answered a while after it was said.</summary>
    static readonly TimeSpan Near = TimeSpan.FromHours(3);

    /// <summary>What is older was complete when it was looked at last, and hardly anybody changes it any more.</summary>
    static readonly TimeSpan Far = TimeSpan.FromDays(7);

    static readonly TimeSpan EachWhole = TimeSpan.FromHours(1);

    /// <summary>Since when the room is the incident's; nothing before that is of interest.</summary>
    public DateTimeOffset Opened { get; init; }

    /// <summary>When it was tried last, whatever came of it; the beginning of time: never.</summary>
    public DateTimeOffset Tried { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Up to when it is complete.</summary>
    public DateTimeOffset Upto { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>When the whole of it was compared last.</summary>
    public DateTimeOffset Whole { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>What was too much for one go.</summary>
    public Span? Rest { get; init; }

    /// <summary>When the bot began: what happened before, it may not have heard.</summary>
    public DateTimeOffset Began { get; init; }

    /// <summary>What is to be compared: all of it once an hour and after every start, what is new in between.</summary>
    public IEnumerable<Span> Spans =>
    [
        Rest is null && (Whole < Began || Now - Whole >= EachWhole)
            ? new Span(Later(Whole - Far), null, true)
            : new Span(Later(Upto - Near), null, false),
        .. Rest is { } rest ? new[] { rest } : [],
    ];

    /// <param name="from">Since when it turned out to be complete.</param>
    public Round After(Span span, DateTimeOffset from)
    {
        var rest = from > span.From ? new Span(span.From, from, true) : null;
        return span.Until is not null ? this with { Rest = rest }
            : this with { Tried = Now, Upto = Now, Whole = span.IsWhole ? Now : Whole, Rest = rest ?? Rest };
    }

    /// <summary>Nothing came of it; others come first.</summary>
    public Round InVain() => this with { Tried = Now };

    /// <summary>As it is noted down.</summary>
    public override string ToString() => string.Join(' ', new[]
    {
        Opened, Tried, Upto, Whole, Rest?.From ?? DateTimeOffset.UnixEpoch, Rest?.Until ?? DateTimeOffset.UnixEpoch,
    }.Select(at => $"{at.ToUnixTimeMilliseconds()}"));

    /// <returns>Null: nothing readable was noted.</returns>
    public static Round? Read(string? noted, Room room, DateTimeOffset now, DateTimeOffset began)
    {
        var times = (noted ?? "").Split(' ')
            .Select(one => long.TryParse(one, CultureInfo.InvariantCulture, out var at) ? DateTimeOffset.FromUnixTimeMilliseconds(at) : DateTimeOffset.UnixEpoch)
            .ToArray();
        return times.Length != 6 ? null : new(room, now)
        {
            Opened = times[0],
            Tried = times[1],
            Upto = times[2],
            Whole = times[3],
            Rest = times[5] > DateTimeOffset.UnixEpoch ? new(times[4], times[5], true) : null,
            Began = began,
        };
    }

    /// <remarks>Platforms name messages by seconds.</remarks>
    DateTimeOffset Later(DateTimeOffset at)
    {
        var from = at > Opened ? at : Opened;
        return from.AddTicks(-(from.Ticks % TimeSpan.TicksPerSecond));
    }
}

/// <param name="Until">Null: up to now.</param>
/// <param name="IsWhole">With old threads.</param>
public sealed record Span(DateTimeOffset From, DateTimeOffset? Until, bool IsWhole);
