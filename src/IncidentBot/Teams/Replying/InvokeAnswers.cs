using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Teams.Drawing;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Replying;

/// <summary>What an invoke is answered with: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions</summary>
static class InvokeAnswers
{
    const string Message = "application/vnd.microsoft.activity.message";
    const string Error = "application/vnd.microsoft.error";

    /// <summary>A card in place of the one that was pressed, for whoever pressed it.</summary>
    public static JsonObject InPlace(JsonObject card) => Answer(200, TeamsCard.ContentType, card);

    /// <summary>A sentence beside the card, which stays.</summary>
    public static JsonObject Beside(string sentence) => Answer(200, Message, sentence);

    public static JsonObject Failed(string sentence) =>
        Answer(400, Error, new JsonObject { ["code"] = "BadRequest", ["message"] = sentence });

    /// <param name="dialog">Its title, size and card.</param>
    public static JsonObject Dialog(JsonObject dialog) => Task("continue", dialog);

    /// <summary>A dialog with nothing but words.</summary>
    public static JsonObject Words(string sentence) => Task("message", sentence);

    /// <summary>Closes the dialog.</summary>
    public static readonly JsonObject? Closed;

    /// <summary>What a search found, or what stands behind an address: cards to choose from.</summary>
    public static JsonObject Found(IEnumerable<(Card Card, string Preview)> cards, Organisation org) => new()
    {
        ["composeExtension"] = new JsonObject
        {
            ["type"] = "result",
            ["attachmentLayout"] = "list",
            ["attachments"] = new JsonArray([.. cards.Select(one => Attachment(one.Card, one.Preview, org))]),
        },
    };

    /// <summary>A sentence in whatever form whoever waits takes it.</summary>
    /// <returns>Null: nobody waits.</returns>
    public static JsonObject? Sorry(Arrival arrival, string sentence) => arrival switch
    {
        Pressed { ByItself: false } => Beside(sentence),
        Pressed => Failed(sentence),
        Opened or Submitted or Chosen or Completed => Words(sentence),
        _ => null,
    };

    /// <summary>Without buttons, which letters can't be.</summary>
    public static string Plain(Card card) => TeamsCard.Text(card with { Buttons = [] });

    static JsonObject Attachment(Card card, string preview, Organisation org)
    {
        var attachment = TeamsCard.Attachment(card, org);
        attachment["preview"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.thumbnail",
            ["content"] = new JsonObject { ["title"] = Escaped(preview), ["text"] = Escaped(PlainText.Of(card.Title)) },
        };
        return attachment;
    }

    /// <summary>A thumbnail's text may be markup.</summary>
    static string Escaped(string text) => System.Net.WebUtility.HtmlEncode(text);

    static JsonObject Answer(int status, string type, JsonNode value) => new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };

    static JsonObject Task(string type, JsonNode value) => new() { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
