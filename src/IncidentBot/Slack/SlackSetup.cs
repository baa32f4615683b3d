using IncidentBot.Settings;
using IncidentBot.Slack.Calls;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Outgoing;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Setup;

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
        services.AddSingleton<Profiles>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<Chat.IAddressBook, Addresses>();
        services.AddOutgoing();
        services.AddSingleton<Speech>();
        services.AddSingleton<KnownRooms>();
        services.AddSingleton<Quoting>();
        services.AddSingleton<Understood>();
        services.AddIncoming(settings);
    }

    /// <summary>Who can tell what is wrong with Slack; nobody where it is off or its settings can't be read.</summary>
    public static IEnumerable<IExaminer> SlackExaminers(this IConfiguration configuration) =>
        BotSettings.All.All(setting => setting.Flaw(configuration) is null) && SlackSettings.In(configuration) is { } settings
            ? [new SlackExaminer(settings, BotSettings.PublicUrl.In(configuration) ?? ListenAddress.ForLinks(configuration), TimeProvider.System)]
            : [];

    /// <summary>Where Slack's requests arrive.</summary>
    public static void MapSlack(this IEndpointRouteBuilder routes) => routes.MapIncoming();
}
