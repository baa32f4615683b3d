using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>How an incident is spoken of on every card.</summary>
public static class IncidentWords
{
    /// <summary>"INC-12 · SEV1 · Investigating · DRILL".</summary>
    public static ChatText Heading(this Incident incident) => Joined(
        incident.Reference, incident.Severity, incident.Status, incident.Drill, incident.Private);

    public static ChatText Heading(this IncidentRow row) =>
        Joined(row.Reference, row.Severity, row.Status, row.Drill, row.Private);

    /// <summary>Red while nobody is on it, amber while somebody is, green when resolved, grey when over.</summary>
    public static Accent Colour(this Incident incident) => incident switch
    {
        { IsOver: true } => Accent.None,
        { Status: IncidentStatus.Resolved } => Accent.Good,
        { Acknowledgement: null } => Accent.Bad,
        _ => Accent.Warning,
    };

    /// <summary>Where it is read in a browser.</summary>
    public static ChatText.Link Link(this Incident incident, Organisation org) => new(
        $"{incident.Reference} on the web", org.AddressOf($"{incident.Reference}"));

    /// <summary>A drawing of it; its address is another one whenever something else is to be seen, for whoever keeps pictures.</summary>
    /// <param name="name">"fishbone".</param>
    /// <param name="seen">What is to be seen, in words.</param>
    public static Picture Drawing(this Incident incident, string name, string alt, IEnumerable<ChatText> seen) => new(
        $"incidents/{incident.Reference}/drawings/{name}-{Mark(string.Join('\n', seen.Select(PlainText.Of).Prepend(incident.WhyProblem)))}", alt);

    /// <summary>"SEV1 · P2", "not rated yet".</summary>
    public static string Rating(this Incident incident) => (incident.Severity, incident.Priority) switch
    {
        (null, null) => "not rated yet",
        ({ } severity, null) => severity.Name,
        (null, { } priority) => $"{priority.Name}, no severity yet",
        var (severity, priority) => $"{severity.Name} · {priority.Name}",
    };

    public static string ServiceNames(this Incident incident, Organisation org) =>
        string.Join(", ", incident.Services.Select(key => org.FindService(key)?.Name ?? key));

    /// <summary>"3 min", "1 h 5 min", "2 d 4 h".</summary>
    public static string Words(this TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        { TotalDays: < 1 } => span.Minutes == 0 ? $"{(int)span.TotalHours} h" : $"{(int)span.TotalHours} h {span.Minutes} min",
        _ => span.Hours == 0 ? $"{(int)span.TotalDays} d" : $"{(int)span.TotalDays} d {span.Hours} h",
    };

    /// <summary>"never before", "once before", "3 times before".</summary>
    public static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };

    public static ChatText Names(IEnumerable<Person> people) => ChatText.Join(", ", people.Select(who => (ChatText)$"{who}"));

    /// <summary>At most so many characters, on one line.</summary>
    public static string Brief(string text, int longest) => Cut(text.ReplaceLineEndings(" "), longest);

    /// <summary>At most so many characters, its lines as they are.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        // Never between the two halves of one letter.
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return $"{text[..end].TrimEnd()}…";
    }

    /// <summary>A number for a text, the same everywhere and always (FNV-1a).</summary>
    static uint Mark(string text) => text.Aggregate(2166136261u, (mark, letter) => unchecked((mark ^ letter) * 16777619u));

    static ChatText Joined(Reference reference, Severity? severity, IncidentStatus status, bool drill, bool hidden) =>
        $"{string.Join(" · ", new[]
        {
            $"{reference}", severity?.Name ?? "no severity yet", status.Title(), drill ? "DRILL" : null, hidden ? "PRIVATE" : null,
        }.OfType<string>())}";
}
