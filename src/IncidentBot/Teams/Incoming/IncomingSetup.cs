using IncidentBot.Teams.Asked;
using IncidentBot.Teams.Heard;
using IncidentBot.Teams.People;

namespace IncidentBot.Teams.Incoming;

static class IncomingSetup
{
    /// <summary>What Teams sends: whether it is from there, whom it is for, what they want.</summary>
    public static void AddIncoming(this IServiceCollection services)
    {
        services.AddSingleton<TeamsToken>();
        services.AddSingleton<Repeats>();
        services.AddSingleton<Front>();
        services.AddSingleton<HttpDoor>();
        services.AddSingleton<Bridge>();
        services.AddHostedService(provider => provider.GetRequiredService<Bridge>());

        services.AddSingleton<Profiles>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<KnownRooms>();
        services.AddSingleton<Quoting>();
        services.AddAsked();
        services.AddHeard();
    }

    /// <summary>Nothing where Teams is off.</summary>
    public static void MapIncoming(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<HttpDoor>() is not null)
            HttpDoor.Map(routes);
    }
}
