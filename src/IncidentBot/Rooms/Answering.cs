using IncidentBot.Chat;

namespace IncidentBot.Rooms;

/// <summary>A posted form, read into an invocation.</summary>
public static class Answering
{
    const int LongestOnce = 100;
    const int MostAnswers = 100;

    /// <summary>Names the request for good: the browser's own id, bound to whoever sent it.</summary>
    public static string Once(IFormCollection form, Person by) =>
        form["once"].ToString() is { Length: > 0 and <= LongestOnce } once ? $"room/{by.Id}/{once}" : $"room/{Guid.NewGuid()}";

    /// <summary>The reader's zone by its IANA name; what isn't one is universal time.</summary>
    public static TimeZoneInfo Zone(IFormCollection form) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(form["zone"].ToString(), out var zone) ? zone : TimeZoneInfo.Utc;

    /// <returns>Null when it was a button, not a form.</returns>
    /// <param name="find">Whom a name that was typed and not chosen means.</param>
    public static async Task<IReadOnlyDictionary<string, string>?> Answers(
        IFormCollection form, TimeZoneInfo zone, Func<string, Task<Person?>> find)
    {
        if (form["form"] != "yes")
            return null;
        var answers = new Dictionary<string, string>();
        foreach (var (key, values) in form.Take(MostAnswers))
        {
            if (key.Split('.', 2) is not [var kind, { Length: > 0 } name])
                continue;
            if (kind == "answer")
                answers[name] = string.Join('\n', values.Where(value => value != "")).ReplaceLineEndings("\n");
            else if (kind == "moment")
                answers[name] = Instant(values.ToString(), zone);
            else if (kind == "typed" && form[$"answer.{name}"] == "" && values.ToString().Trim() is { Length: > 0 } typed)
                answers[name] = (await find(typed.TrimStart('@')))?.Id ?? typed;
        }
        return answers;
    }

    /// <summary>A browser says "2030-01-02T14:05" and leaves the zone to us; the domain wants RFC 3339.</summary>
    static string Instant(string local, TimeZoneInfo zone) =>
        DateTime.TryParse(local, System.Globalization.CultureInfo.InvariantCulture, out var at)
            ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), zone.GetUtcOffset(at))
                .ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)
            : local;
}
