using IncidentBot.Teams.Calls;
using IncidentBot.Teams.People;

namespace IncidentBot.Teams.Outgoing;

static class OutgoingSetup
{
    /// <summary>What the bot does in Teams: who it says it is, how fast it may speak, where.</summary>
    public static void AddOutgoing(this IServiceCollection services)
    {
        services.AddSingleton(provider => Tokens.Of(provider.GetRequiredService<TeamsSettings>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ServiceUrl>();
        services.AddSingleton<Pace>();
        services.AddSingleton<TeamsApi>();
        services.AddSingleton<GraphApi>();

        services.AddSingleton<HomeTeams>();
        services.AddSingleton<Roster>();
        services.AddSingleton<DirectRooms>();
        services.AddSingleton<Channels>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<GroupChats>();
        services.AddSingleton<Tabs>();
        services.AddSingleton<Furniture>();
    }
}
