using IncidentBot.Chat;
using IncidentBot.Settings;
using IncidentBot.Wire;

namespace IncidentBot.Trackers;

public static class TrackersSetup
{
    /// <summary>Where follow-ups are mirrored to, as far as the settings name it.</summary>
    public static void AddTrackers(this IServiceCollection services, IConfiguration configuration)
    {
        if (TrackerKeys.GitHubToken.IsSet(configuration) && TrackerKeys.GitHubRepository.In(configuration) is { } repository)
            services.AddSingleton<ITracker>(_ => new GitHubIssues(
                JsonCall.Client(TrackerKeys.GitHubUrl.In(configuration)!), repository, TrackerKeys.GitHubToken.In(configuration)!));
        if (TrackerKeys.JiraToken.IsSet(configuration) && TrackerKeys.JiraUrl.In(configuration) is { } jira && TrackerKeys.JiraProject.In(configuration) is { } project)
            services.AddSingleton<ITracker>(provider => new JiraIssues(JsonCall.Client(jira), new(
                jira, project, TrackerKeys.JiraIssueType.In(configuration)!, TrackerKeys.JiraUser.In(configuration),
                TrackerKeys.JiraToken.In(configuration)!, provider.GetRequiredService<TimeProvider>())));
        if (TrackerKeys.HookUrl.In(configuration) is { } hook)
            services.AddSingleton<ITracker>(_ => new FollowUpHook(JsonCall.Client(hook), hook, TrackerKeys.HookSecret.In(configuration)));
    }
}
