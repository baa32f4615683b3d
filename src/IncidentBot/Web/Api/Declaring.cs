using IncidentBot.Catalog;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Web.Answers;

namespace IncidentBot.Web.Api;

/// <summary>Makes a declaration of what was sent; every name is looked up in the organisation's file.</summary>
static class Declaring
{
    const int LongestName = 200;
    const int LongestText = 10_000;

    public static Declaration Declaration(this DeclareBody body, Organisation org) => new(Title(body.Title))
    {
        Summary = Text("summary", body.Summary),
        Severity = Known("severity", body.Severity, org.FindSeverity, org.Severities.Select(one => one.Severity.Name)),
        Priority = Known("priority", body.Priority, org.FindPriority, org.Priorities.Select(one => one.Priority.Name)),
        Category = Known("category", body.Category, org.FindCategory, org.Categories.Select(one => one.Key))?.Key,
        Type = Known("type", body.Type, org.FindType, org.Types.Select(one => one.Key))?.Key,
        Services = body.Services is null ? [] : [.. body.Services.Select(name => Service(name, org)).Distinct()],
        Fields = body.Fields is null
            ? new Dictionary<string, string>()
            : body.Fields.ToDictionary(one => one.Key, one => Field(one.Key, one.Value, org)),
        Source = Name("source", body.Source) ?? "api",
        DedupKey = Name("dedupKey", body.DedupKey),
        Private = body.Private,
        Drill = body.Drill,
        Triage = body.Triage,
        StartedAt = body.StartedAt,
        DetectedAt = body.DetectedAt,
        ResolvedAt = body.ResolvedAt,
    };

    static string Title(string? said) => Clean.OneLine(Clean.Text(said ?? "")) switch
    {
        "" => throw Refused(
            "title", "An incident needs a title.", "Say what is broken: {\"title\": \"Checkout is down\"}."),
        { Length: > Incidents.Declaration.LongestTitle } => throw Refused(
            "title", $"“title” is longer than {Incidents.Declaration.LongestTitle} characters.",
            "Shorten it, and put the rest into “summary”."),
        var title => title,
    };

    static string? Text(string field, string? said) => Clean.Text(said ?? "") switch
    {
        "" => null,
        { Length: > LongestText } => throw TooLong(field, LongestText),
        var text => text,
    };

    static string? Name(string field, string? said) => Clean.OneLine(Clean.Text(said ?? "")) switch
    {
        "" => null,
        { Length: > LongestName } => throw TooLong(field, LongestName),
        var name => name,
    };

    static T? Known<T>(string field, string? said, Func<string, T?> find, IEnumerable<string> names) where T : class =>
        Name(field, said) is not { } name ? null : find(name) ?? throw NotThere(field, name, names);

    static string Service(string? said, Organisation org) =>
        Known("services", said, org.FindService, org.Services.Select(one => one.Key))?.Key
        ?? throw Refused("services", "A name in “services” is empty.", "Name a service, or leave it out.");

    static string Field(string key, string? said, Organisation org)
    {
        var field = org.Fields.FirstOrDefault(one => one.Key == key)
            ?? throw NotThere("fields", Clean.OneLine(Clean.Text(key)), org.Fields.Select(one => one.Key));
        var answer = Clean.Text(said ?? "");
        return answer == "" || field.Flaw(answer) is not { } flaw
            ? answer
            : throw Refused($"fields.{key}", flaw, "Correct it and send it again.");
    }

    static RefusedRequestException NotThere(string field, string said, IEnumerable<string> names)
    {
        string[] known = [.. names.Take(20)];
        return Refused(field, $"“{(said.Length > 60 ? said[..60] + "…" : said)}” is not a known value of “{field}”.",
            known.Length == 0
                ? "Leave it out; the organisation's file names none."
                : $"Use one of: {string.Join(", ", known)}.");
    }

    static RefusedRequestException TooLong(string field, int longest) =>
        Refused(field, $"“{field}” is longer than {longest} characters.", "Shorten it.");

    static RefusedRequestException Refused(string field, string detail, string fix) =>
        new(Problem.Refused(detail, field, fix));
}
