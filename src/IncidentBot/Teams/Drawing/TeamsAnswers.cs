using System.Globalization;
using System.Text.Json;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Drawing;

/// <summary>Reads what was filled into a form of ours, as commands want it.</summary>
/// <remarks>
/// Everything arrives as text, at one level with what the button carries; what the text means stands in the form's own data.
/// https://learn.microsoft.com/adaptive-cards/authoring-cards/input-validation
/// </remarks>
public static class TeamsAnswers
{
    const string Person = "person";
    const string Moment = "moment";
    const string Several = "several";
    const string Tick = "tick";

    /// <summary>The second half of a moment.</summary>
    const string Time = ".time";

    /// <param name="data">Of <c>task/submit</c>, <c>adaptiveCard/action</c> or a message's <c>value</c>.</param>
    /// <returns>By the name of the question; what wasn't answered is left out.</returns>
    public static IReadOnlyDictionary<string, string> Read(JsonElement data, Organisation org)
    {
        var zone = TeamsPlace.Read(data)?.Time ?? TimeZoneInfo.Utc;
        var answers = new Dictionary<string, string>();
        foreach (var name in data.Properties().Select(one => one.Name))
        {
            if (name is TeamsPlace.Key or "msteams" || name.EndsWith(Time, StringComparison.Ordinal))
                continue;
            var said = data.Text(name).Trim();
            var answer = data.Text(TeamsPlace.Key, "kinds", name) switch
            {
                Person => PersonIn(said, org),
                Moment => MomentIn(said, data.Text(TimeOf(name)), zone),
                Several => string.Join('\n', said.Split(',').Select(Uri.UnescapeDataString)),
                Tick => said == "yes" ? said : "",
                _ => said,
            };
            if (answer != "")
                answers[name] = answer;
        }
        return answers;
    }

    /// <returns>Null: its answer is as it was written.</returns>
    internal static string? KindOf(Input input) => input switch
    {
        PersonInput => Person,
        MomentInput { WithTime: true } => Moment,
        ChoiceInput { Several: true } => Several,
        TickInput => Tick,
        _ => null,
    };

    internal static string TimeOf(string name) => $"{name}{Time}";

    /// <summary>A value among several, which arrive with commas between them.</summary>
    internal static string Among(string value) =>
        value.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    /// <remarks>The people picker of Teams gives ids of Entra, our own list those of the organisation's file.</remarks>
    static string PersonIn(string said, Organisation org) => Guid.TryParseExact(said, "D", out _) && org.FindMember(said) is null
        ? org.PersonOf(new Account(TeamsIds.Platform, said), said).Id
        : said;

    /// <summary>A date and a time of day, in the time of whoever filled it in; a date alone is its beginning.</summary>
    static string MomentIn(string date, string time, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact($"{date} {(time == "" ? "00:00" : time)}", ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"],
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return date;
        // In the hour that is left out in spring, the clock has already been put forward.
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        var at = new DateTimeOffset(local, zone.GetUtcOffset(local));
        return at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
