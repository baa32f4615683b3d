using Cronos;
using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The sections <c>scenarios</c>, what happens in a drill, and <c>drills</c>, when one begins by itself.</summary>
internal static class Drills
{
    const int LongestText = 1000;
    const int MostSteps = 100;
    static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    static readonly TimeSpan LongestNotice = TimeSpan.FromDays(14);

    /// <returns>Its own first, then those that come with the bot, unless one of its own has the same name.</returns>
    public static IReadOnlyList<Scenario> Scenarios(Spot section, Known known, IReadOnlyList<Scenario> shipped)
    {
        var own = section.Each((key, spot) => One(key, spot, known));
        return [.. own, .. shipped.Where(scenario => own.All(one => one.Key != scenario.Key))];
    }

    /// <param name="usual">The zone of a plan that names none.</param>
    public static IReadOnlyList<DrillPlan> Plans(Spot section, IReadOnlyList<Scenario> scenarios, TimeZoneInfo usual) => section.Each((key, spot) =>
    {
        var fields = spot.Fields();
        var plan = new DrillPlan(
            key,
            fields.Needed("scenario", "say which scenario it follows")
                ?.Reference(new("scenario", "scenarios", scenarios.Select(one => one.Key))) ?? "",
            fields.Needed("cron", "say when it begins, such as “0 10 1 * *”") is { } cron ? Cron(cron) ?? "" : "",
            fields["zone"] is { } zone ? People.Zone(zone) ?? usual : usual,
            fields["announce"]?.Duration(TimeSpan.FromMinutes(1), LongestNotice));
        fields.Done();
        return plan;
    });

    static Scenario One(string key, Spot spot, Known known)
    {
        var fields = spot.Fields();
        var scenario = new Scenario(
            key,
            fields.Needed("title", "say what the incident is called")?.Text() ?? key,
            fields["summary"]?.Text(LongestText, lines: true) ?? "",
            fields["severity"]?.Reference(known.Severities),
            fields["services"]?.References(known.Services) ?? [],
            fields.Needed("steps", "list what happens at which minute") is { } steps ? Steps(steps) : []);
        fields.Done();
        return scenario;
    }

    static List<ScenarioStep> Steps(Spot section)
    {
        var steps = section.Items().Select(Step).ToList();
        if (steps.Count > MostSteps)
            section.Wrong($"has {steps.Count} steps, more than {MostSteps}; nobody practices for so long.");
        for (var at = 1; at < steps.Count; at++)
            if (steps[at].At < steps[at - 1].At)
                section.Wrong($"has step {at + 1} before step {at}; put them in the order they happen.");
        return steps;
    }

    static ScenarioStep Step(Spot spot)
    {
        var fields = spot.Fields();
        var at = fields.Needed("at", "say when, such as 5m")?.Duration(TimeSpan.Zero, Longest) ?? TimeSpan.Zero;
        var (alert, note, question) = (fields["alert"], fields["note"], fields["question"]);
        var answer = fields["answer"];
        if (new[] { alert, note, question }.Count(one => one is not null) != 1)
            spot.Wrong("must say one of alert, note and question.");
        if (answer is not null && question is null)
            answer.Wrong("answers nothing; only a question has an answer.");
        fields.Done();
        var (kind, text) = alert is not null ? (ScenarioStepKind.Alert, alert)
            : question is not null ? (ScenarioStepKind.Question, question) : (ScenarioStepKind.Note, note);
        return new(at, kind, text?.Text(LongestText) ?? "", answer?.Text(LongestText));
    }

    static string? Cron(Spot spot)
    {
        if (spot.Text() is not { } text)
            return null;
        if (CronExpression.TryParse(text, out _))
            return text;
        spot.Wrong($"can't be “{Spot.Short(text)}”; write minute, hour, day, month and weekday, such as “0 10 1 * *” for ten o'clock on the first.");
        return null;
    }
}
