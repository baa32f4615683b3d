using IncidentBot.Slack.Calls;
using IncidentBot.Slack.Incoming;

namespace IncidentBot.Slack;

public static class SlackSetup
{
    /// <summary>Slack as a chat platform; nothing at all without a bot token.</summary>
    public static void AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        if (SlackSettings.In(configuration) is not { } settings)
            return;
        services.AddSingleton(settings);
        services.AddSingleton<Pace>();
        services.AddSingleton<SlackApi>();
        services.AddIncoming(settings);
    }

    /// <summary>Where Slack's requests arrive.</summary>
    public static void MapSlack(this IEndpointRouteBuilder routes) => routes.MapIncoming();
}
