using IncidentBot.Chat;
using IncidentBot.Settings;

namespace IncidentBot.Trackers;

public static class TrackersSetup
{
    /// <summary>Where follow-ups are mirrored to, as far as the settings name it.</summary>
    public static void AddTrackers(this IServiceCollection services, IConfiguration configuration)
    {
        if (TrackerKeys.GitHubToken.IsSet(configuration) && TrackerKeys.GitHubRepository.In(configuration) is { } repository)
            services.AddSingleton<ITracker>(_ => new GitHubIssues(
                Client(TrackerKeys.GitHubUrl.In(configuration)!), repository, TrackerKeys.GitHubToken.In(configuration)!));
        if (TrackerKeys.JiraToken.IsSet(configuration) && TrackerKeys.JiraUrl.In(configuration) is { } jira && TrackerKeys.JiraProject.In(configuration) is { } project)
            services.AddSingleton<ITracker>(provider => new JiraIssues(Client(jira), new(
                jira, project, TrackerKeys.JiraIssueType.In(configuration)!, TrackerKeys.JiraUser.In(configuration),
                TrackerKeys.JiraToken.In(configuration)!, provider.GetRequiredService<TimeProvider>())));
        if (TrackerKeys.HookUrl.In(configuration) is { } hook)
            services.AddSingleton<ITracker>(_ => new FollowUpHook(Client(hook), hook, TrackerKeys.HookSecret.In(configuration)));
    }

    /// <summary>A token is for the address that the settings name, and for none it is sent on to.</summary>
    static HttpClient Client(Uri address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(10),
    };
}
