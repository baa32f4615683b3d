using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Drawing;

/// <summary>Draws cards as a modal to read, and as the home tab.</summary>
/// <remarks>https://docs.slack.dev/surfaces/app-home</remarks>
public static class SlackSheet
{
    public const string CallbackId = "card";

    const int MostBlocks = 100;
    const int LongestTitle = 24;

    /// <summary>Nothing to fill in: its buttons do what they say.</summary>
    public static JsonObject View(Card card, SlackPlace place, Organisation org) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = CallbackId,
        ["private_metadata"] = place.Write(),
        ["title"] = Plain.Text("IncidentBot", LongestTitle),
        ["close"] = Plain.Text("Close", LongestTitle),
        ["blocks"] = SlackCard.Blocks(card, org),
    };

    /// <summary>One card below the other.</summary>
    public static JsonObject Home(IReadOnlyList<Card> cards, SlackPlace place, Organisation org)
    {
        var (blocks, buttons) = (new List<JsonNode>(), 0);
        foreach (var card in cards)
        {
            if (blocks.Count > 0)
                blocks.Add(new JsonObject { ["type"] = "divider" });
            blocks.AddRange(SlackCard.Blocks(card, org, buttons).Select(block => block!.DeepClone()));
            buttons += card.Buttons.Count;
        }
        return new()
        {
            ["type"] = "home",
            ["callback_id"] = "home",
            ["private_metadata"] = place.Write(),
            ["blocks"] = new JsonArray([.. blocks.Take(MostBlocks)]),
        };
    }
}
