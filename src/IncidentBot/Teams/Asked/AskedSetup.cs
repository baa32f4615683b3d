using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.Replying;

namespace IncidentBot.Teams.Asked;

static class AskedSetup
{
    /// <summary>What people ask of the bot by a line, a click or a form, and the ways to answer them.</summary>
    public static void AddAsked(this IServiceCollection services)
    {
        services.AddSingleton<Whispers>();
        services.AddSingleton<Understanding>();
        services.AddSingleton<Asking>();
        services.AddSingleton<Submitting>();
        services.AddSingleton<ITake, Typing>();
        services.AddSingleton<ITake, Pressing>();
        services.AddSingleton<ITake>(provider => provider.GetRequiredService<Submitting>());
        services.AddSingleton<ITake, Keeping>();
        services.AddSingleton<ITake, Choosing>();
        services.AddSingleton<ITake, Suggesting>();
        services.AddSingleton<ITake, Narrowing>();
    }
}
