using IncidentBot.Slack.Asked;
using IncidentBot.Slack.Heard;
using IncidentBot.Slack.Sockets;

namespace IncidentBot.Slack.Incoming;

static class IncomingSetup
{
    /// <summary>What Slack sends: whether it is from there, whom it is for, what they want.</summary>
    public static void AddIncoming(this IServiceCollection services, SlackSettings settings)
    {
        services.AddSingleton<Workspace>();
        services.AddHostedService(provider => provider.GetRequiredService<Workspace>());
        services.AddSingleton<Front>();
        services.AddSingleton<Early>();
        services.AddSingleton<Bridge>();
        services.AddHostedService(provider => provider.GetRequiredService<Bridge>());
        services.AddAsked();
        services.AddHeard();
        if (settings.AppToken is not null)
        {
            services.AddSingleton<Links>();
            services.AddHostedService<SocketMode>();
        }
        if (settings.SigningSecret is not { } secret)
            return;
        services.AddSingleton(provider => new SlackSignature(secret, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<HttpDoor>();
    }

    /// <summary>Nothing where there is no secret to tell Slack's requests from others.</summary>
    public static void MapIncoming(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<HttpDoor>() is not null)
            HttpDoor.Map(routes);
    }
}
