using IncidentBot.Catalog;

namespace IncidentBot.Settings;

/// <summary>The keys of the trackers that follow-ups are mirrored to; each is off without its token or address.</summary>
internal static class TrackerKeys
{
    public static readonly Setting<Uri> GitHubUrl = Address("GitHub:ApiUrl", "https://api.github.com/");
    public static readonly Setting<string> GitHubRepository = Setting.Text(
        "GitHub:Repository", null, "a repository such as acme/shop",
        written => written.Split('/') is [var owner, var name] && IsName(owner) && IsName(name));
    public static readonly Setting<string> GitHubToken = Token("GitHub:Token");
    public static readonly Setting<bool?> GitHubPrivate = Setting.Switch("GitHub:PrivateIncidents");

    public static readonly Setting<Uri> JiraUrl = Address("Jira:Url", null);
    public static readonly Setting<string> JiraProject = Setting.Text(
        "Jira:Project", null, "the key of a project, such as OPS",
        written => written.Length <= 50 && written.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'));
    public static readonly Setting<string> JiraIssueType = Setting.Text(
        "Jira:IssueType", "Task", "the name of an issue type, such as Task", written => written.Length <= 60);
    public static readonly Setting<string> JiraUser = Setting.Text(
        "Jira:User", null, "the mail address of an account, such as bot@example.org", written => !written.Contains(':', StringComparison.Ordinal));
    public static readonly Setting<string> JiraToken = Token("Jira:Token");
    public static readonly Setting<bool?> JiraPrivate = Setting.Switch("Jira:PrivateIncidents");

    public static readonly Setting<Uri> HookUrl = new(
        "FollowUps:WebhookUrl", null, "an address such as https://work.example.org/follow-ups",
        written => Uri.TryCreate(written, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" } ? address : null)
    { Secret = true };
    public static readonly Setting<string> HookSecret = Token("FollowUps:WebhookSecret");
    public static readonly Setting<bool?> HookPrivate = Setting.Switch("FollowUps:WebhookPrivateIncidents");

    /// <summary>In the order of the example.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        GitHubToken, GitHubRepository, GitHubUrl, GitHubPrivate, JiraUrl, JiraProject, JiraUser, JiraToken, JiraIssueType, JiraPrivate,
        HookUrl, HookSecret, HookPrivate,
    ];

    public static IReadOnlyList<Tracker> In(IConfiguration configuration) =>
    [
        .. GitHubToken.IsSet(configuration) ? new Tracker[] { new("github", GitHubPrivate.In(configuration) == true) } : [],
        .. JiraToken.IsSet(configuration) ? new Tracker[] { new("jira", JiraPrivate.In(configuration) == true) } : [],
        .. HookUrl.IsSet(configuration) ? new Tracker[] { new("webhook", HookPrivate.In(configuration) == true) } : [],
    ];

    /// <summary>What is wrong with several values together.</summary>
    public static IEnumerable<string> Flaws(IConfiguration configuration)
    {
        if (GitHubToken.IsSet(configuration) != GitHubRepository.IsSet(configuration))
            yield return $"{(GitHubToken.IsSet(configuration) ? "GitHub:Repository" : "GitHub:Token")} is missing: follow-ups need both.";
        if (JiraToken.IsSet(configuration) || JiraUrl.IsSet(configuration) || JiraProject.IsSet(configuration))
            foreach (var setting in new (string Key, bool Set)[]
            {
                ("Jira:Url", JiraUrl.IsSet(configuration)), ("Jira:Project", JiraProject.IsSet(configuration)), ("Jira:Token", JiraToken.IsSet(configuration)),
            }.Where(one => !one.Set))
                yield return $"{setting.Key} is missing: follow-ups need Jira:Url, Jira:Project and Jira:Token.";
    }

    internal static Setting<string> Token(string key) => Setting.Text(
        key, null, "a token of at least 8 characters without blanks",
        written => written.Length >= 8 && written.All(letter => letter is > ' ' and < '\x7f')) with
    { Secret = true };

    static Setting<Uri> Address(string key, string? fallback) => new(
        key, fallback, $"an address such as {fallback ?? "https://example.atlassian.net/"}",
        written => Uri.TryCreate($"{written.TrimEnd('/')}/", UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" } ? address : null);

    static bool IsName(string name) => name.Length is > 0 and <= 100 && name is not ("." or "..")
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
