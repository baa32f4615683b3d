using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.People;
using IncidentBot.Wire;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Teams.Outgoing;

static class OutgoingSetup
{
    /// <summary>What the bot does in Teams: who it says it is, how fast it may speak, where.</summary>
    public static void AddOutgoing(this IServiceCollection services)
    {
        services.AddCalls();
        services.AddSingleton<HomeTeams>();
        services.AddSingleton<ByMail>();
        services.AddSingleton<Roster>();
        services.AddSingleton<IAddressBook, Addresses>();
        services.AddSingleton<DirectMessages>();
        services.AddSingleton<Channels>();
        services.AddSingleton<AnnounceChannel>();
        services.AddSingleton<Threads>();
        services.AddSingleton<GroupChats>();
        services.AddSingleton<IncidentChannels>();
        services.AddSingleton<Rooms>();
        services.AddSingleton<Places>();
        services.AddSingleton<Tabs>();
        services.AddSingleton<Reach>();
        services.AddSingleton<Inlays>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<Posts>();
        services.AddSingleton<Furnishing>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<History>();
        services.AddSingleton<Recalling>();
        services.AddSingleton<IChatPlatform, TeamsPlatform>();
    }

    static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<TeamsNotes>();
        services.TryAddSingleton<Turns>();
        services.AddSingleton(provider => Tokens.Of(provider.GetRequiredService<TeamsSettings>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ServiceUrl>();
        services.AddSingleton<Pace>();
        services.AddSingleton<TeamsApi>();
        services.AddSingleton<GraphApi>();
    }
}
