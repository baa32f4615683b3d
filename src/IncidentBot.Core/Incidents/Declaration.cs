using System.Security.Cryptography;
using System.Text;
using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>What somebody says when they declare; only the title is required.</summary>
public sealed record Declaration(string Title)
{
    public const int LongestTitle = 200;

    public Severity? Severity { get; init; }
    public Priority? Priority { get; init; }
    public string? Category { get; init; }
    public string? Type { get; init; }
    public IReadOnlyList<string> Services { get; init; } = [];
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    public string? Summary { get; init; }

    /// <summary>"staff", "user report", "service desk", or a monitoring integration.</summary>
    public string Source { get; init; } = "staff";

    /// <summary>What a monitoring system calls the same thing; null: title and services decide.</summary>
    public string? DedupKey { get; init; }

    public bool Private { get; init; }
    public bool Drill { get; init; }
    public bool Practice { get; init; }

    /// <summary>The script of a drill; null: the people play it themselves.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>Reported, but nobody has looked yet: it starts in triage.</summary>
    public bool Triage { get; init; }

    /// <summary>Reference of the incident it is a part of.</summary>
    public string? Parent { get; init; }

    /// <summary>A room that exists and becomes the incident's own.</summary>
    public Room? Takes { get; init; }

    /// <summary>The message that made somebody declare it, as the first thing on its timeline.</summary>
    public Quote? Evidence { get; init; }

    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? DetectedAt { get; init; }

    /// <summary>When it was over; only for one that is written down afterwards.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>A drill with a script.</summary>
    public static Declaration Drilling(Scenario scenario, Organisation org) => new(scenario.Title)
    {
        Drill = true,
        Scenario = scenario,
        Severity = scenario.Severity is { } severity ? org.FindSeverity(severity) : null,
        Services = [.. scenario.Services.Where(key => org.FindService(key) is not null)],
        Summary = "This is a drill: nothing is broken. Act as if it were real.",
    };

    /// <summary>Whether it is news of now from a system that knows the same thing when it sees it again.</summary>
    public bool IsSignal => DedupKey is not null && !Private && !Drill && ResolvedAt is null;

    /// <summary>Names the same thing wherever it comes back: a dedup key, else the plain words of title and services.</summary>
    public string Fingerprint => Of(DedupKey is null
        ? $"words:{Plain(Title)}|{string.Join(',', Services.Order(StringComparer.Ordinal))}"
        : $"key:{DedupKey}");

    static string Plain(string title) => string.Join(' ', new string(
        [.. title.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    static string Of(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
}
