using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The sections <c>costs</c> and <c>feedback</c>, and the targets of a severity: what is figured out, and who is asked.</summary>
internal static class Figuring
{
    static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Longest = TimeSpan.FromDays(90);
    const int MostAnHour = 100_000;
    const int MostLost = 10_000_000;

    public static Costs Costs(Spot section, IReadOnlyList<RoleDescription> roles, IReadOnlyList<SeverityLevel> severities)
    {
        var fields = section.Fields();
        var (rates, shares) = (fields["rates"]?.Fields(), fields["impact"]?.Fields());
        var costs = new Costs(
            fields["currency"]?.Text(10) ?? "", fields["an-hour"]?.Number(0, MostAnHour) ?? 0,
            fields["lost-per-minute"]?.Number(0, MostLost) ?? 0)
        {
            Rates = rates is null ? [] : Of(roles, role => (role.Role, rates[role.Key]?.Number(0, MostAnHour))),
            Shares = shares is null ? [] : Of(severities, level => (level.Severity.Name, shares[level.Severity.Name]?.Number(0, 100))),
        };
        rates?.Done();
        shares?.Done();
        fields.Done();
        return costs;
    }

    public static Targets Targets(Spot section)
    {
        var fields = section.Fields();
        var targets = new Targets(Span("acknowledge"), Span("respond"), Span("resolve"), Span("update"));
        fields.Done();
        return targets;

        TimeSpan? Span(string key) => fields[key]?.Duration(Shortest, Longest);
    }

    public static Feedback Feedback(Spot section, Feedback before)
    {
        var fields = section.Fields();
        var feedback = new Feedback(
            fields["fixed"]?.Flag() ?? before.Fixed, fields["times"]?.Flag() ?? before.Times,
            fields["handling"]?.Flag() ?? before.Handling, fields["reporter-confirms"]?.Flag() ?? before.ReporterConfirms);
        fields.Done();
        return feedback;
    }

    static Dictionary<TKey, decimal> Of<TKey, T>(IEnumerable<T> all, Func<T, (TKey Key, int? Value)> read)
        where TKey : notnull =>
        all.Select(read).Where(one => one.Value is not null).ToDictionary(one => one.Key, one => (decimal)one.Value!.Value);
}
