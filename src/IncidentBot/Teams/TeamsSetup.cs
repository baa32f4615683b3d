using IncidentBot.Settings;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.Outgoing;
using IncidentBot.Teams.Setup;

namespace IncidentBot.Teams;

public static class TeamsSetup
{
    /// <summary>Microsoft Teams as a chat platform; nothing at all where it is off.</summary>
    public static void AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        if (TeamsSettings.In(configuration) is not { } settings)
            return;
        services.AddSingleton(settings);
        services.AddOutgoing();
        services.AddIncoming();
    }

    /// <summary>Who can tell what is wrong with Teams; nobody where it is off or its settings can't be read.</summary>
    public static IEnumerable<IExaminer> TeamsExaminers(this IConfiguration configuration) =>
        BotSettings.All.All(setting => setting.Flaw(configuration) is null) && TeamsSettings.In(configuration) is { } settings
            ? [new TeamsExaminer(
                settings, BotSettings.PublicUrl.In(configuration) ?? ListenAddress.ForLinks(configuration),
                Tokens.Of(settings, TimeProvider.System), TimeProvider.System)]
            : [];

    /// <summary>Where Teams' activities arrive.</summary>
    public static void MapTeams(this IEndpointRouteBuilder routes) => routes.MapIncoming();
}
