using IncidentBot.Chat;
using IncidentBot.Wire;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Slack.Outgoing;

static class OutgoingSetup
{
    /// <summary>What the bot does in Slack.</summary>
    public static void AddOutgoing(this IServiceCollection services)
    {
        services.AddSingleton<SlackNotes>();
        services.TryAddSingleton<Turns>();
        services.AddSingleton<ChannelList>();
        services.AddSingleton<AnnounceChannel>();
        services.AddSingleton<Reach>();
        services.AddSingleton<DirectMessages>();
        services.AddSingleton<IncidentChannels>();
        services.AddSingleton<Bookmarks>();
        services.AddSingleton<Furnishing>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<Posts>();
        services.AddSingleton<Pins>();
        services.AddSingleton<Places>();
        services.AddSingleton<Heard.Recalling>();
        services.AddSingleton<Heard.History>();
        services.AddSingleton<Files>();
        services.AddSingleton<Messages>();
        services.AddSingleton<SlackPlatform>();
        services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<SlackPlatform>());
    }
}
