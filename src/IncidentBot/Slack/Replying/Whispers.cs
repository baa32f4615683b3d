using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;
using IncidentBot.Slack.People;

namespace IncidentBot.Slack.Replying;

/// <summary>Says something to one person: among others but visible to them only, or in a direct message.</summary>
public sealed class Whispers(SlackApi api, KnownRooms rooms, ICurrentOrganisation organisation)
{
    /// <param name="channel">Where they asked.</param>
    /// <param name="thread">The thread they asked in; null: none.</param>
    /// <returns>Whether it is shown there.</returns>
    /// <exception cref="ChatUnavailableException">It may work later.</exception>
    public async Task<bool> Say(string channel, string user, string? thread, Card card)
    {
        // Pages go before it.
        InHand.Urgency = Chat.Urgency.Echo;
        var message = SlackCard.Message(card, organisation.Now);
        var (text, blocks) = (message["text"], message["blocks"]);
        try
        {
            // Where nobody else is, nothing needs to be hidden, and what isn't hidden stays.
            if (IsDirect(channel))
                await api.Call(
                    "chat.postMessage", new { channel, thread_ts = thread, text, blocks, unfurl_links = false, unfurl_media = false }, default);
            else
                await api.Call("chat.postEphemeral", new { channel, user, thread_ts = thread, text, blocks }, default);
            return true;
        }
        catch (ChatRefusedException)
        {
            return false;
        }
    }

    /// <summary>In a direct message.</summary>
    /// <inheritdoc cref="Say"/>
    public async Task<bool> Send(string user, Card card) => await Say((await rooms.With(user)).Id, user, null, card);

    /// <summary>Where they asked, else in a direct message.</summary>
    /// <inheritdoc cref="Say"/>
    public async Task SayOrSend(string channel, string user, string? thread, Card card)
    {
        if (!await Say(channel, user, thread, card) && !IsDirect(channel))
            await Send(user, card);
    }

    /// <summary>A person's own id stands for the direct message with them.</summary>
    static bool IsDirect(string channel) => channel is ['D' or 'U' or 'W', ..];
}
