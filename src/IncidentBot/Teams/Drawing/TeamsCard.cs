using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Drawing;

/// <summary>Draws a card as an Adaptive Card, within Teams' limits whatever stands on it.</summary>
/// <remarks>
/// One thing below the other, as a phone shows it; state is said in words and by a sign beside its colour.
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/design-effective-cards
/// </remarks>
public static class TeamsCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    const int LongestText = 4000;
    const int LongestFallback = 1000;

    /// <summary>A message's attachment.</summary>
    public static JsonObject Attachment(Card card, Organisation org, TeamsRefresh? refresh = null) =>
        Attached(Content(card, org, refresh));

    /// <summary>The card alone, as an invoke is answered with it.</summary>
    public static JsonObject Content(Card card, Organisation org, TeamsRefresh? refresh = null)
    {
        var text = new RichText(org);
        JsonObject[] body =
        [
            Top(card, text),
            .. TeamsFields.Draw(card.Fields, text),
            .. card.Lines.SelectMany(line => text.Draw(line)),
            .. text.WasCut ? Rest(card, org) : [],
            .. card.Picture is { } picture ? Shown(picture, org) : [],
            .. TeamsButtons.Rows(card.Buttons, org),
            .. card.Hint is { } hint ? new RichText(org, text).Draw(hint, Look.Label with { Spacing = "Medium" }) : [],
        ];
        var drawn = Frame(body, text.Entities);
        drawn["fallbackText"] = Plain.Escaped(Fit.To(Text(card), LongestFallback));
        if (refresh is not null)
            drawn["refresh"] = refresh.Draw();
        return drawn;
    }

    /// <summary>The whole card in letters, for "summary": notifications and screen readers; nothing in it is markup.</summary>
    public static string Text(Card card) => Plain.Inert(Fit.To(PlainText.Draw(card), LongestText));

    internal static JsonObject Attached(JsonObject content) => new() { ["contentType"] = ContentType, ["content"] = content };

    internal static JsonObject Frame(IEnumerable<JsonObject> body, JsonArray? mentioned = null)
    {
        var teams = new JsonObject { ["width"] = "full" };
        if (mentioned is { Count: > 0 })
            teams["entities"] = mentioned;
        return new()
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["msteams"] = teams,
            ["body"] = new JsonArray([.. body]),
        };
    }

    static JsonObject Top(Card card, RichText text)
    {
        var sign = card.Accent.Sign();
        return new()
        {
            ["type"] = "Container",
            ["style"] = card.Accent switch
            {
                Accent.Bad => "attention",
                Accent.Warning => "warning",
                Accent.Good => "good",
                _ => "emphasis",
            },
            ["bleed"] = true,
            ["items"] = new JsonArray(
            [
                .. card.Header is { } header ? text.Draw($"{sign}{header}", Look.Small) : [],
                .. text.Draw(card.Header is null ? $"{sign}{card.Title}" : card.Title, Look.Title),
            ]),
        };
    }

    static IEnumerable<JsonObject> Shown(Picture picture, Organisation org) => picture.Source is { } source
        ?
        [
            new()
            {
                ["type"] = "Image",
                ["url"] = source,
                ["altText"] = Fit.Line(Plain.Inert(picture.Alt), LongestFallback),
                ["size"] = "Stretch",
                ["spacing"] = "Medium",
                // A press shows it large.
                ["msteams"] = new JsonObject { ["allowExpand"] = true },
            },
        ]
        : new RichText(org).Draw($"{new ChatText.Link("See the picture on the web", picture.On(org.PublicUrl))}");

    /// <summary>Where all of it can be read: where the card leads anyway, else where all incidents are.</summary>
    static IEnumerable<JsonObject> Rest(Card card, Organisation org) =>
        new RichText(org).Draw($"{new ChatText.Link("Read the rest on the web", card.LeadsTo(org.PublicUrl) ?? org.PublicUrl)}");
}
