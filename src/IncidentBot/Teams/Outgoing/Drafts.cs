using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Teams.Drawing;

namespace IncidentBot.Teams.Outgoing;

/// <summary>Draws a card as it is posted, with its picture in it already.</summary>
public sealed class Drafts(Inlays inlays, ICurrentOrganisation organisation)
{
    public async Task<JsonObject> Of(Card card, CancellationToken ct) => Drawn(await inlays.Bring(card, ct), organisation.Now);

    /// <summary>A card alone: Teams splits text and card of one message into two, of which only one can be edited.</summary>
    public static JsonObject Drawn(Card card, Organisation org) => new()
    {
        ["type"] = "message",
        ["summary"] = TeamsCard.Text(card),
        ["attachments"] = new JsonArray(TeamsCard.Attachment(card, org)),
    };
}
