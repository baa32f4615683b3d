using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings;

/// <summary>The organisation as the settings alone describe it: what holds where its file says nothing.</summary>
internal static class SettingsOrganisation
{
    public static Organisation In(IConfiguration configuration)
    {
        var levels = Levels(configuration);
        return new()
        {
            Platforms =
            [
                "room",
                .. SlackKeys.BotToken.IsSet(configuration) ? ["slack"] : Array.Empty<string>(),
                .. TeamsKeys.On(configuration) ? ["teams"] : Array.Empty<string>(),
            ],
            Trackers = TrackerKeys.In(configuration),
            Outlets = ReviewKeys.In(configuration),
            SendsMail = MailKeys.Host.IsSet(configuration),
            Prefix = BotSettings.Prefix.In(configuration)!.ToUpperInvariant(),
            PublicUrl = BotSettings.PublicUrl.In(configuration) ?? ListenAddress.ForLinks(configuration),
            Severities = [.. levels.Select(level => Timed(level, configuration))],
            Priorities = [.. BotSettings.Priorities.In(configuration)!.Select((name, index) => new PriorityLevel(
                new(name, index + 1),
                Defaults.Priorities.FirstOrDefault(known => known.Priority.Name == name)?.Meaning ?? name))],
            Ladders = [ReminderSettings.LadderIn(configuration)],
            Reminders = ReminderSettings.In(configuration),
            Timeline = new(BotSettings.Dashboards.In(configuration)!, BotSettings.LargestPicture.In(configuration)!.Value),
        };
    }

    /// <summary>What is wrong with several values together.</summary>
    public static IEnumerable<string> Flaws(IConfiguration configuration)
    {
        if (BotSettings.Severities.In(configuration) is not { Count: > 0 })
            yield return "Incidents:Severities is empty; name at least one, the worst first.";
        if (BotSettings.Priorities.In(configuration) is not { Count: > 0 })
            yield return "Incidents:Priorities is empty; name at least one, the most urgent first.";
        var levels = Levels(configuration);
        var names = levels.Select(level => level.Severity.Name).ToList();
        if (BotSettings.DedicatedRoom.IsSet(configuration))
            foreach (var name in BotSettings.DedicatedRoom.In(configuration)!.Except(names))
                yield return $"Incidents:DedicatedRoom names {name}, which is no severity; "
                    + $"there are {string.Join(", ", names)}.";
        foreach (var level in levels.Where(level => Usual(level.Severity.Name) is null))
            foreach (var setting in new Setting[] { ReminderSettings.Update(level), ReminderSettings.Lasts(level), ReminderSettings.Review(level) })
                if (setting.Flaw(configuration) is { } flaw)
                    yield return flaw;
    }

    /// <summary>Names of other scales behave like the default ones of their rank.</summary>
    static List<SeverityLevel> Levels(IConfiguration configuration)
    {
        var own = BotSettings.DedicatedRoom.IsSet(configuration) ? BotSettings.DedicatedRoom.In(configuration) : null;
        return [.. BotSettings.Severities.In(configuration)!.Select((name, index) =>
        {
            var usual = Usual(name) ?? Defaults.Severities.ElementAtOrDefault(index);
            return new SeverityLevel(
                new(name, index + 1), Usual(name)?.Meaning ?? name, own?.Contains(name) ?? usual?.OwnRoom ?? false,
                usual?.UpdateEvery, usual?.AcknowledgementLasts)
            {
                ReviewWithin = usual?.ReviewWithin,
            };
        })];
    }

    static SeverityLevel? Usual(string name) =>
        Defaults.Severities.FirstOrDefault(known => known.Severity.Name == name);

    static SeverityLevel Timed(SeverityLevel level, IConfiguration configuration) => level with
    {
        UpdateEvery = Some(ReminderSettings.Update(level).In(configuration)),
        ReviewWithin = Terms.Read(ReminderSettings.Review(level).In(configuration)!),
        AcknowledgementLasts = Some(ReminderSettings.Lasts(level).In(configuration)),
    };

    static TimeSpan? Some(TimeSpan? span) => span == Timeout.InfiniteTimeSpan ? null : span;
}
