using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Metrics;

/// <summary>Which figures somebody wants: a period, what to tell apart, and which incidents only.</summary>
public sealed record Asked(Period Period)
{
    public Facet? By { get; init; }

    /// <summary>Keys, by what they narrow.</summary>
    public IReadOnlyDictionary<Facet, string> Only { get; init; } = new Dictionary<Facet, string>();

    /// <summary>As it would be typed: "30d by service severity SEV1".</summary>
    public string Line => string.Join(' ',
    [
        $"{Period.Days}d",
        .. By is { } by ? new[] { $"by {by.Word()}" } : [],
        .. Only.Select(one => $"{one.Key.Word()} {one.Value}"),
    ]);

    public MeasureFilter Filter(Person? viewer, Period period, bool parted) => new(viewer, period.From, period.To)
    {
        Service = Only.GetValueOrDefault(Facet.Service),
        Team = Only.GetValueOrDefault(Facet.Team),
        Category = Only.GetValueOrDefault(Facet.Category),
        Severity = Only.GetValueOrDefault(Facet.Severity),
        Source = Only.GetValueOrDefault(Facet.Source),
        By = parted ? By : null,
    };

    /// <summary>Reads "90d by service severity sev1"; the last 30 days where no period is named.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static (Asked Asked, string? Flaw) Read(string text, DateTimeOffset now, Organisation org)
    {
        var asked = new Asked(new Period(30, now));
        var only = new Dictionary<Facet, string>();
        var words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            var next = at + 1 < words.Length ? words[at + 1] : "";
            if (words[at].Equals("by", StringComparison.OrdinalIgnoreCase))
            {
                if (Facets.Find(next) is not { } by)
                    return (asked, $"Say by what: {string.Join(", ", Facets.All.Select(one => one.Word()))}.");
                (asked, at) = (asked with { By = by }, at + 1);
            }
            else if (Facets.Find(words[at]) is { } facet)
            {
                // A source may be of several words: "user report".
                if (facet == Facet.Source)
                    (next, at) = (string.Join(' ', words.Skip(at + 1).TakeWhile(word => !IsWord(word))), at + words.Skip(at + 1).TakeWhile(word => !IsWord(word)).Count() - 1);
                if (Find(facet, next, org) is not { } key)
                    return (asked, next == "" ? $"Say which {facet.Word()}." : $"There is no {facet.Word()} “{next}”.");
                only[facet] = key;
                at++;
            }
            else if (Days(words[at]) is { } days)
                asked = asked with { Period = new(days, now) };
            else if (org.FindSeverity(words[at]) is { } severity && !int.TryParse(words[at], out _))
                only[Facet.Severity] = severity.Name;
            else
                return (asked, $"I don't understand “{words[at]}”. Write for example: metrics 90d by service.");
        }
        return (asked with { Only = only }, null);
    }

    static bool IsWord(string word) => word.Equals("by", StringComparison.OrdinalIgnoreCase) || Facets.Find(word) is not null || Days(word) is not null;

    static int? Days(string word) =>
        word.Length > 1 && word[^1] is 'd' or 'D' && int.TryParse(word[..^1], System.Globalization.NumberStyles.None, null, out var days)
            && days is >= 1 and <= Period.Longest ? days : null;

    /// <summary>The key as it is stored, of what somebody named.</summary>
    public static string? Find(Facet facet, string written, Organisation org) => written == "" ? null : facet switch
    {
        Facet.Service => org.FindService(written)?.Key,
        Facet.Team => org.FindGroup(written)?.Key,
        Facet.Category => org.FindCategory(written)?.Key,
        Facet.Severity => org.FindSeverity(written)?.Name,
        _ => written,
    };
}
