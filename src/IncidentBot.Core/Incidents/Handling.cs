using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>How an incident was worked on: what the figures need to know besides its times.</summary>
public sealed record Handling
{
    public static readonly Handling None = new();

    /// <summary>Who acknowledged it first; null: nobody did.</summary>
    public Person? First { get; init; }

    public Person? ResolvedBy { get; init; }

    /// <summary>Whether anybody was called after the first call, or somebody called for help by hand.</summary>
    public bool PassedOn { get; init; }

    /// <summary>How often it was resolved; more than once, when it came back.</summary>
    public int Resolutions { get; init; }

    public int Closings { get; init; }

    /// <summary>From when until when each person took part.</summary>
    public IReadOnlyList<Stint> Stints { get; init; } = [];

    /// <summary>Resolved by whoever took it first, with nobody else called, and it did not come back.</summary>
    public bool IsFirstContact =>
        ResolvedBy is { } by && by != Person.Bot && by == (First ?? by) && !PassedOn && Resolutions == 1;

    internal Handling Plus(IncidentEvent fact, Incident before, Incident after)
    {
        var next = fact switch
        {
            Acknowledged => this with { First = First ?? fact.From.By },
            Escalated => this with { PassedOn = PassedOn || fact.From.By != Person.Bot || before.Escalations > 0 },
            PageFellBack => this with { PassedOn = true },
            Resolved => this with { ResolvedBy = fact.From.By, Resolutions = Resolutions + 1 },
            Closed => this with { Closings = Closings + 1 },
            _ => this,
        };
        return before.Responders.SequenceEqual(after.Responders) && before.IsOpen == after.IsOpen && !after.IsOpen
            ? next
            : next with { Stints = Worked(after, fact.From.At) };
    }

    /// <summary>Whoever responds while it is open takes part; the others have ended, all of them when it is over.</summary>
    IReadOnlyList<Stint> Worked(Incident after, DateTimeOffset at)
    {
        var now = after.IsOpen ? after.Responders.Where(who => who != Person.Bot).ToArray() : [];
        var running = Stints.Where(one => one.Until is null).Select(one => one.Who).ToArray();
        return running.Length == now.Length && running.All(now.Contains)
            ? Stints
            :
            [
                .. Stints.Select(one => one.Until is null && !now.Contains(one.Who) ? one with { Until = at } : one),
                .. now.Except(running).Select(who => new Stint(who, at, null)),
            ];
    }
}

/// <summary>A stretch of somebody's work on an incident.</summary>
/// <param name="Until">Null: it goes on.</param>
public sealed record Stint(Person Who, DateTimeOffset Since, DateTimeOffset? Until);
