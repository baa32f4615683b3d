namespace IncidentBot.Teams.Incoming;

static class IncomingSetup
{
    /// <summary>What Teams sends: whether it is from there, whom it is for, what they want.</summary>
    public static void AddIncoming(this IServiceCollection services)
    {
        services.AddSingleton<TeamsToken>();
        services.AddSingleton<Front>();
        services.AddSingleton<HttpDoor>();
    }

    /// <summary>Nothing where Teams is off.</summary>
    public static void MapIncoming(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<HttpDoor>() is not null)
            HttpDoor.Map(routes);
    }
}
