using System.Data.Common;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings;

/// <summary>Every key of the bot's own settings; <c>appsettings.example.json</c> holds the same ones.</summary>
/// <remarks>What belongs to another part (storage, web) is read there; it is checked here, at the start.</remarks>
internal static class BotSettings
{
    public static readonly Setting<string> Urls = Setting.Text(
        "Urls", ListenAddress.Default, "one or more addresses such as http://localhost:3978, with “;” between them",
        written => written.Split(';').All(ListenAddress.IsOne));

    public static readonly Setting<Uri> PublicUrl = new(
        "PublicUrl", null, "the address people reach the bot by, such as https://incidents.example.org",
        written => Uri.TryCreate(written, UriKind.Absolute, out var address) && IsPublic(address) ? address : null);

    public static readonly Setting<string> Provider = Setting.Text(
        "Database:Provider", "sqlite", "sqlite or postgres",
        written => written.ToLowerInvariant() is "sqlite" or "postgres");

    public static readonly Setting<string> ConnectionString = Setting.Text(
        "Database:ConnectionString", "Data Source=data/incidentbot.db",
        "a connection string, such as “Data Source=data/incidentbot.db” or “Host=…;Database=…;Username=…”",
        IsConnection) with
    { Secret = true };

    public static readonly Setting<string> Token = Setting.Text(
        "Api:Token", null, "a long random text without blanks, at least 8 characters",
        written => written.Length >= 8 && written.All(letter => letter is > ' ' and < '\x7f')) with
    { Secret = true };

    public static readonly Setting<string> Prefix = Setting.Text(
        "Incidents:Prefix", "INC", "1 to 10 letters A–Z, such as INC",
        written => written.Length is > 0 and <= 10 && written.All(char.IsAsciiLetter));

    public static readonly Setting<IReadOnlyList<string>> Severities =
        Scale("Incidents:Severities", "SEV1,SEV2,SEV3,SEV4");
    public static readonly Setting<IReadOnlyList<string>> Priorities =
        Scale("Incidents:Priorities", "P1,P2,P3,P4");
    public static readonly Setting<IReadOnlyList<string>> DedicatedRoom =
        Scale("Incidents:DedicatedRoom", "SEV1,SEV2") with { MayBeEmpty = true };

    public static readonly Setting<IReadOnlyList<string>> Dashboards = new(
        "Timeline:Dashboards", string.Join(',', Catalog.TimelineRules.Usual.Dashboards),
        "parts of names of hosts or their ends with commas between them, such as grafana,datadoghq.com",
        written => written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is var names
            && names.All(name => name.Length <= 100 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')) ? names : null)
    { MayBeEmpty = true };

    public static readonly Setting<int?> LargestPicture = Setting.Count(
        "Timeline:LargestPicture", $"{Catalog.TimelineRules.Usual.LargestPicture}", 1);

    public static readonly Setting<string> OrganisationFile = Setting.Text(
        "Organisation:File", "organisation.yaml", "the path of a file",
        written => !written.Contains('\0', StringComparison.Ordinal));

    /// <summary>In the order of the example.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        Urls, PublicUrl, Provider, ConnectionString, Token, Prefix, Severities, Priorities, DedicatedRoom,
        .. ReminderSettings.All, Dashboards, LargestPicture, OrganisationFile, .. SlackKeys.All, .. TeamsKeys.All, .. TrackerKeys.All,
        .. ReviewKeys.All, .. MailKeys.All, .. PhrasingKeys.All,
    ];

    /// <exception cref="StartRefusedException">Every wrong value in a line of its own.</exception>
    public static void Check(IConfiguration configuration)
    {
        List<string> flaws = [.. All.Select(setting => setting.Flaw(configuration)).OfType<string>()];
        if (flaws.Count == 0 && Provider.In(configuration)!.Equals("postgres", StringComparison.OrdinalIgnoreCase)
            && ConnectionString.In(configuration) == ConnectionString.Default)
            flaws.Add("Database:ConnectionString must name the PostgreSQL server, because "
                + "Database:Provider is postgres; "
                + "such as “Host=…;Database=…;Username=…”.");
        if (flaws.Count == 0)
            flaws.AddRange(
                [.. SettingsOrganisation.Flaws(configuration), .. SlackKeys.Flaws(configuration), .. TeamsKeys.Flaws(configuration),
                    .. TrackerKeys.Flaws(configuration), .. ReviewKeys.Flaws(configuration), .. MailKeys.Flaws(configuration), .. PhrasingKeys.Flaws(configuration)]);
        if (flaws.Count > 0)
            throw new StartRefusedException(flaws);
    }

    /// <summary>Keys in our own sections that mean nothing to the bot, probably typos.</summary>
    public static IEnumerable<string> Unknown(IConfiguration configuration)
    {
        var known = All.Select(setting => setting.Key).ToList();
        var sections = known.Where(key => key.Contains(':', StringComparison.Ordinal)).Select(key => key.Split(':')[0]);
        foreach (var section in sections.Distinct())
            foreach (var (key, value) in configuration.GetSection(section).AsEnumerable())
                if (value is not null && key != section && !known.Contains(key, StringComparer.OrdinalIgnoreCase)
                    && !ReminderSettings.IsOfSeverity(key))
                    yield return $"{Spot.Short(key)} is not a setting"
                        + Nearest.Hint(key, known, "appsettings.example.json has them all");
        var severities = SettingsOrganisation.In(configuration).Severities;
        foreach (var odd in ReminderSettings.OfNoSeverity(configuration, severities))
            yield return odd;
    }

    static Setting<IReadOnlyList<string>> Scale(string key, string fallback) => new(
        key, fallback, $"different names with commas between them, such as {fallback}",
        written =>
        {
            var names = written.Split(',', StringSplitOptions.TrimEntries);
            return written.Trim() == "" ? []
                : names.All(IsName) && names.DistinctBy(Nearest.Plain).Count() == names.Length ? names : null;
        });

    static bool IsName(string name) => name.Length <= 20 && name.Any(char.IsAsciiLetter)
        && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_');

    static bool IsPublic(Uri address) => address is
    {
        Scheme: "http" or "https", Host: not "", Query: "", Fragment: "", UserInfo: "",
    };

    static bool IsConnection(string written)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = written }.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
