using IncidentBot.Teams.Incoming;

namespace IncidentBot.Teams.Heard;

static class HeardSetup
{
    /// <summary>What happens in Teams without anybody asking the bot.</summary>
    public static void AddHeard(this IServiceCollection services)
    {
        services.AddSingleton<Greeting>();
        services.AddSingleton<Pins>();
        services.AddSingleton<ITake, Talking>();
        services.AddSingleton<ITake, Marking>();
        services.AddSingleton<ITake, Coming>();
        services.AddSingleton<ITake, Watching>();
        services.AddSingleton<ITake, Noticing>();
        services.AddSingleton<ITake, Unfurling>();
    }
}
