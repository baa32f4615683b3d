using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings;

/// <summary>The keys under <c>Reminders</c>: what holds where the organisation's file doesn't say.</summary>
internal static class ReminderSettings
{
    static readonly Setting<TimeSpan?> NoLeadAfter = Setting.Duration("Reminders:NoLeadAfter", "00:02:00");
    static readonly Setting<TimeSpan?> NoLeadEvery = Setting.Duration("Reminders:NoLeadEvery", "00:05:00");
    static readonly Setting<int?> NoLeadTimes = Setting.Count("Reminders:NoLeadTimes", "5");
    static readonly Setting<TimeSpan?> NoSeverityAfter = Setting.Duration("Reminders:NoSeverityAfter", "00:05:00");
    static readonly Setting<TimeSpan?> NoSeverityEvery = Setting.Duration("Reminders:NoSeverityEvery", "00:15:00");
    static readonly Setting<int?> NoSeverityTimes = Setting.Count("Reminders:NoSeverityTimes", "5");
    static readonly Setting<TimeSpan?> LateUpdateEvery = Setting.Duration("Reminders:LateUpdateEvery", "00:10:00");
    static readonly Setting<int?> LateUpdateTimes = Setting.Count("Reminders:LateUpdateTimes", "5");
    static readonly Setting<TimeSpan?> Warning = Setting.Duration("Reminders:AcknowledgementWarning", "00:05:00");
    static readonly Setting<TimeSpan?> StaleAfter = Setting.Duration("Reminders:StaleAfter", "1.00:00:00");
    static readonly Setting<int?> StaleTimes = Setting.Count("Reminders:StaleTimes", "5");
    static readonly Setting<TimeSpan?> ReviewDraftAfter = Setting.Duration("Reminders:ReviewDraftAfter", "00:15:00");
    static readonly Setting<TimeSpan?> ReviewEvery = Setting.Duration("Reminders:ReviewEvery", "1.00:00:00");
    static readonly Setting<int?> ReviewTimes = Setting.Count("Reminders:ReviewTimes", "30");
    static readonly Setting<int?> WorkstreamTimes = Setting.Count("Reminders:WorkstreamTimes", "5");
    static readonly Setting<TimeSpan?> WorkstreamMissedAfter = Setting.DurationOrHalf("Reminders:WorkstreamMissedAfter");
    static readonly Setting<TimeSpan?> ArchiveAfter = Setting.Duration("Reminders:ArchiveAfter", "2.00:00:00");
    static readonly Setting<TimeSpan?> FallbackAfter = Setting.Duration("Reminders:FallbackAfter", "00:01:00");
    static readonly Setting<TimeSpan?> EscalateAfter = Setting.Duration("Reminders:EscalateAfter", "00:05:00");
    static readonly Setting<int?> EscalateTimes = Setting.Count("Reminders:EscalateTimes", "3", least: 1);

    const string Updates = "Reminders:UpdateEvery";
    const string Acknowledgements = "Reminders:AcknowledgementLasts";
    const string Reviews = "Reminders:ReviewWithin";

    public static readonly IReadOnlyList<Setting> All =
    [
        NoLeadAfter, NoLeadEvery, NoLeadTimes, NoSeverityAfter, NoSeverityEvery, NoSeverityTimes,
        LateUpdateEvery, LateUpdateTimes, Warning, StaleAfter, StaleTimes, ReviewDraftAfter,
        ReviewEvery, ReviewTimes, WorkstreamTimes, WorkstreamMissedAfter, ArchiveAfter, FallbackAfter,
        EscalateAfter, EscalateTimes,
        .. Defaults.Severities.SelectMany(level => new Setting[] { Update(level), Lasts(level), Review(level) }),
    ];

    /// <summary>How long stakeholders of a severity may wait for news.</summary>
    public static Setting<TimeSpan?> Update(SeverityLevel level) =>
        Setting.DurationOrNever($"{Updates}:{level.Severity.Name}", Write(level.UpdateEvery));

    /// <summary>How long an acknowledgement holds.</summary>
    public static Setting<TimeSpan?> Lasts(SeverityLevel level) =>
        Setting.DurationOrNever($"{Acknowledgements}:{level.Severity.Name}", Write(level.AcknowledgementLasts));

    /// <summary>Within which term the review of a severity is due.</summary>
    public static Setting<string> Review(SeverityLevel level) => Setting.Text(
        $"{Reviews}:{level.Severity.Name}", level.ReviewWithin is { } term ? $"{term}" : Terms.Never, $"a number of days, {Terms.Examples}",
        written => written == Terms.Never || Terms.Read(written) is not null);

    /// <summary>Severities may have other names; theirs are checked against the scale.</summary>
    public static bool IsOfSeverity(string key) => key.StartsWith($"{Updates}:", StringComparison.OrdinalIgnoreCase)
        || key.StartsWith($"{Acknowledgements}:", StringComparison.OrdinalIgnoreCase)
        || key.StartsWith($"{Reviews}:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Keys under the three that name no severity of the scale.</summary>
    public static IEnumerable<string> OfNoSeverity(IConfiguration configuration, IReadOnlyList<SeverityLevel> levels) =>
        new[] { Updates, Acknowledgements, Reviews }.SelectMany(section => configuration.GetSection(section).GetChildren()
            .Where(child => child.Value is not null && !levels.Any(level =>
                level.Severity.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
            .Select(child => $"{child.Path} names no severity; there are {Names(levels)}."));

    public static Reminders In(IConfiguration configuration) => new()
    {
        NoLeadAfter = NoLeadAfter.In(configuration)!.Value,
        NoLeadEvery = NoLeadEvery.In(configuration)!.Value,
        NoLeadTimes = NoLeadTimes.In(configuration)!.Value,
        NoSeverityAfter = NoSeverityAfter.In(configuration)!.Value,
        NoSeverityEvery = NoSeverityEvery.In(configuration)!.Value,
        NoSeverityTimes = NoSeverityTimes.In(configuration)!.Value,
        UpdateEvery = LateUpdateEvery.In(configuration)!.Value,
        UpdateTimes = LateUpdateTimes.In(configuration)!.Value,
        AcknowledgementWarning = Warning.In(configuration)!.Value,
        StaleAfter = StaleAfter.In(configuration)!.Value,
        StaleTimes = StaleTimes.In(configuration)!.Value,
        ReviewDraftAfter = ReviewDraftAfter.In(configuration)!.Value,
        ReviewEvery = ReviewEvery.In(configuration)!.Value,
        ReviewTimes = ReviewTimes.In(configuration)!.Value,
        WorkstreamTimes = WorkstreamTimes.In(configuration)!.Value,
        WorkstreamMissedAfter = WorkstreamMissedAfter.In(configuration) is { Ticks: > 0 } after ? after : null,
        ArchiveAfter = ArchiveAfter.In(configuration)!.Value,
        FallbackAfter = FallbackAfter.In(configuration)!.Value,
    };

    public static Ladder LadderIn(IConfiguration configuration) => Defaults.Ladder with
    {
        Steps = [.. Defaults.Ladder.Steps.Select(step => step with { After = EscalateAfter.In(configuration)!.Value })],
        Repeat = EscalateTimes.In(configuration)!.Value,
    };

    static string Names(IEnumerable<SeverityLevel> levels) =>
        string.Join(", ", levels.Select(level => level.Severity.Name));

    static string Write(TimeSpan? span) => span is { } time ? $"{time:c}" : "never";
}
