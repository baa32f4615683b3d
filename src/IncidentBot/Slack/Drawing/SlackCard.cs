using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Drawing;

/// <summary>Draws a card as Block Kit, within Slack's limits whatever stands on it.</summary>
/// <remarks>
/// One thing below the other, as a phone shows it; state is said in words beside its colour.
/// https://docs.slack.dev/reference/block-kit/blocks
/// </remarks>
public static class SlackCard
{
    const int LongestHeader = 150;
    const int LongestSmallPrint = 2000;
    const int LongestText = 4000;
    const int LongestAlt = 2000;

    /// <summary>In letters: lines that take several on a phone stand apart from what is around them.</summary>
    const int LongLine = 100;

    /// <summary>What chat.postMessage and chat.update are told: "text" and "blocks".</summary>
    public static JsonObject Message(Card card, Organisation org) => new()
    {
        ["text"] = Text(card),
        ["blocks"] = Blocks(card, org),
    };

    /// <summary>The whole card in letters, for notifications and screen readers; nothing in it is markup.</summary>
    public static string Text(Card card) =>
        PlainText.Draw(card) is var letters && string.IsNullOrWhiteSpace(letters) ? Fit.Nothing : Plain.Escaped(letters, LongestText);

    /// <param name="firstButton">The number of its first button, where several cards share one message or view.</param>
    public static JsonArray Blocks(Card card, Organisation org, int firstButton = 0)
    {
        var (sign, title) = (card.Accent.Sign(), PlainText.Of(card.Title));
        var small = card.Header is null ? null : $"{sign}{PlainText.Of(card.Header)}";
        var large = card.Header is null ? $"{sign}{title}" : title;
        // A header holds no mention and no more than a line or two.
        var alone = card.Title.IsPlain() && large.Length <= LongestHeader && !IsTalk(card);
        return
        [
            .. small is null ? [] : new[] { Small(small) },
            .. alone ? new[] { Header(large) } : [],
            .. Body(card, alone ? null : card.Header is null ? $"{sign}{card.Title}" : card.Title, org),
            .. card.Picture is { } picture ? Shown(picture, org) : [],
            .. SlackButtons.Rows(card.Buttons, firstButton),
            .. card.Hint is { } hint ? SmallPrint(hint, org) : [],
        ];
    }

    /// <summary>Nothing but who said what: a headline over every line of a talk would shout.</summary>
    static bool IsTalk(Card card) => card is
    {
        Accent: Accent.None, Header: null, Hint: null, Fields.Count: 0, Buttons.Count: 0, Lines.Count: > 0,
    };

    static IEnumerable<JsonObject> Body(Card card, ChatText? title, Organisation org)
    {
        var text = new RichText(org);
        if (title is not null)
            text.Add(title, bold: true);
        foreach (var field in card.Fields)
            text.Add(field.Value, field.Label);
        var wasLong = false;
        foreach (var line in card.Lines)
        {
            var isLong = PlainText.Of(line).Length > LongLine;
            if (isLong || wasLong)
                text.Part();
            text.Add(line);
            wasLong = isLong;
        }
        return text.WasCut ? [.. text.Blocks(), .. Rest(card, org)] : text.Blocks();
    }

    /// <summary>Where all of it can be read: where the card leads anyway, else where all incidents are.</summary>
    static IEnumerable<JsonObject> Rest(Card card, Organisation org)
    {
        var text = new RichText(org);
        text.Add($"{new ChatText.Link("Read the rest on the web", card.LeadsTo(org.PublicUrl) ?? org.PublicUrl)}");
        return text.Blocks();
    }

    /// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object</remarks>
    static IEnumerable<JsonObject> Shown(Picture picture, Organisation org)
    {
        if (picture.Source is { } file)
            return
            [
                new()
                {
                    ["type"] = "image",
                    ["slack_file"] = new JsonObject { ["id"] = file },
                    ["alt_text"] = Fit.Line(picture.Alt, LongestAlt),
                },
            ];
        var text = new RichText(org);
        text.Add($"{new ChatText.Link("See the picture on the web", picture.On(org.PublicUrl))}");
        return text.Blocks();
    }

    static IEnumerable<JsonObject> SmallPrint(ChatText hint, Organisation org)
    {
        // Small print is plain; what leads somewhere must be more than that.
        if (!hint.Parts.Any(part => part is ChatText.Link or ChatText.Moment))
            return [Small(PlainText.Of(hint))];
        var text = new RichText(org);
        text.Add(hint);
        return text.Blocks();
    }

    static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain.Text(text, LongestHeader) };

    static JsonObject Small(string text) => new()
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(Plain.Text(text, LongestSmallPrint)),
    };
}
