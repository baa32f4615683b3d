using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Reads "mine sev1 service checkout" into a filter.</summary>
/// <param name="Heading">What it asks for, in words.</param>
/// <param name="Line">The line that asks for the same, without a page.</param>
/// <param name="Flaw">What was not understood; null: all of it was.</param>
public sealed record ListFilter(IncidentFilter Filter, string Heading, string Line, string? Flaw)
{
    public static ListFilter Read(string text, Person viewer, Organisation org)
    {
        var filter = new IncidentFilter(viewer) { Open = true };
        var (state, heading, line) = ("Open incidents", new List<string>(), new List<string> { "list" });
        var words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at].ToLowerInvariant();
            var said = at + 1 < words.Length ? words[at + 1] : "";
            switch (word)
            {
                case "open":
                    (filter, state) = (filter with { Open = true }, "Open incidents");
                    break;
                case "closed" or "resolved":
                    (filter, state) = (filter with { Open = false }, "Incidents that are over");
                    break;
                case "all":
                    (filter, state) = (filter with { Open = null }, "All incidents");
                    break;
                case "mine":
                    filter = filter with { Mine = true };
                    heading.Add("yours");
                    break;
                case "team" when org.FindGroup(said) is { } group:
                    filter = filter with { Team = group.Key };
                    heading.Add($"team {group.Name}");
                    (word, at) = ($"team {group.Key}", at + 1);
                    break;
                case "service" when org.FindService(said) is { } service:
                    filter = filter with { Service = service.Key };
                    heading.Add($"service {service.Name}");
                    (word, at) = ($"service {service.Key}", at + 1);
                    break;
                case "from" when said != "":
                    return new(filter with { Cursor = said }, Words(state, heading), string.Join(' ', line), null);
                default:
                    if (int.TryParse(word, out _) || org.FindSeverity(word) is not { } severity)
                        return new(filter, "", "", Flawed(word, said, org));
                    filter = filter with { Severity = severity.Name };
                    heading.Add(severity.Name);
                    break;
            }
            line.Add(word);
        }
        return new(filter, Words(state, heading), string.Join(' ', line), null);
    }

    static string Words(string state, List<string> heading) =>
        heading.Count == 0 ? state : $"{state}: {string.Join(", ", heading)}";

    static string Flawed(string word, string said, Organisation org) => word switch
    {
        "team" => $"There is no team “{said}”. {Known(org.Groups.Select(group => group.Key))}",
        "service" => $"There is no service “{said}”. {Known(org.Services.Select(service => service.Key))}",
        _ => $"I can't list “{word}”. Try mine, open, closed, all, a severity, team X or service X.",
    };

    static string Known(IEnumerable<string> keys) =>
        keys.Take(10).ToArray() is { Length: > 0 } some ? $"There are {string.Join(", ", some)}." : "The organisation's file names none.";
}
