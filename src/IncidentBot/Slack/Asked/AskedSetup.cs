using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Replying;

namespace IncidentBot.Slack.Asked;

static class AskedSetup
{
    /// <summary>What people ask of the bot by a command, a click or a form, and the ways to answer them.</summary>
    public static void AddAsked(this IServiceCollection services)
    {
        services.AddSingleton<ReplyAddresses>();
        services.AddSingleton<Whispers>();
        services.AddSingleton<Modals>();
        services.AddSingleton<Forms>();
        services.AddSingleton<Understanding>();
        services.AddSingleton<OpenIncidents>();
        services.AddSingleton<Pointing>();
        services.AddSingleton<ClickAnswers>();
        services.AddSingleton<Asking>();
        services.AddSingleton<ITake, Typing>();
        services.AddSingleton<ITake, Pressing>();
        services.AddSingleton<ITake, Submitting>();
        services.AddSingleton<ITake, Suggesting>();
        services.AddSingleton<ITake, Choosing>();
        services.AddSingleton<ITake, Keeping>();
    }
}
