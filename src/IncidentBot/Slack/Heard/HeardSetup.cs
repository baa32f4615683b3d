using IncidentBot.Slack.Incoming;

namespace IncidentBot.Slack.Heard;

static class HeardSetup
{
    /// <summary>What happens in the workspace.</summary>
    public static void AddHeard(this IServiceCollection services)
    {
        services.AddSingleton<Order>();
        services.AddSingleton<HomeTab>();
        services.AddSingleton<IHear>(provider => provider.GetRequiredService<HomeTab>());
        services.AddSingleton<IHear, Telling>();
        services.AddSingleton<IHear, Talking>();
        services.AddSingleton<IHear, Marking>();
        services.AddSingleton<IHear, Coming>();
        services.AddSingleton<IHear, Watching>();
        services.AddSingleton<IHear, Unfurling>();
        services.AddSingleton<IHear, Noticing>();
        services.AddSingleton<ITake, Hearing>();
    }
}
