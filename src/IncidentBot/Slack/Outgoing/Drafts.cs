using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;

namespace IncidentBot.Slack.Outgoing;

/// <summary>Draws a card as it is posted, with its picture in Slack already.</summary>
public sealed class Drafts(Uploads uploads, ICurrentOrganisation organisation)
{
    /// <exception cref="ChatUnavailableException">It may work later.</exception>
    public async Task<JsonObject> Of(Room room, Card card, CancellationToken ct)
    {
        var message = SlackCard.Message(await uploads.Bring(card, ct), organisation.Now);
        message["channel"] = room.Id;
        // Nothing in it is read as anything but what it is.
        message["parse"] = "none";
        message["link_names"] = false;
        return message;
    }
}
