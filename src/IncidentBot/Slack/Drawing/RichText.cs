using System.Diagnostics;
using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Drawing;

/// <summary>
/// Draws lines of text as rich text: their words are data, not markup, so that what people wrote neither pings nor formats
/// nor links.
/// </summary>
/// <remarks>
/// Mrkdwn has no way to write a "*" that isn't bold. Slack names no limit for rich text; a section of mrkdwn may have 3000
/// characters, so no block has more. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
/// </remarks>
sealed class RichText(Organisation org)
{
    const int LongestBlock = 3000;
    const int LongestLine = 1500;
    const int LongestLabel = 150;
    const int Longest = 9000;

    readonly List<(JsonArray Elements, int Length, bool Apart)> lines = [];
    int left = Longest;
    bool apart;

    /// <summary>Whether something was left out.</summary>
    public bool WasCut { get; private set; }

    /// <param name="label">Stands before it in bold.</param>
    public void Add(ChatText text, string? label = null, bool bold = false)
    {
        if (left <= 1)
        {
            WasCut = true;
            return;
        }
        var line = new LineOfText(org, Math.Min(left, LongestLine));
        if (label is not null)
            line.Words($"{Fit.Line(label, LongestLabel)}: ", "bold");
        foreach (var part in text.Parts)
            line.Add(part, bold ? "bold" : null);
        lines.Add((line.Elements, line.Length, apart));
        apart = false;
        left -= line.Length;
        WasCut |= line.WasCut;
    }

    /// <summary>What comes next stands a little away from what came before.</summary>
    public void Part() => apart = lines.Count > 0;

    /// <summary>As few blocks as Slack allows; none when nothing was added.</summary>
    public IEnumerable<JsonObject> Blocks()
    {
        var (block, length) = (new List<(JsonArray, bool)>(), 0);
        foreach (var line in lines)
        {
            if (length + 2 + line.Length > LongestBlock)
            {
                yield return Block(block);
                (block, length) = ([], 0);
            }
            block.Add((line.Elements, line.Apart));
            length += (line.Apart ? 2 : 1) + line.Length;
        }
        if (block.Count > 0)
            yield return Block(block);
    }

    /// <remarks>One section with line feeds: whether two sections stand below each other is not said anywhere.</remarks>
    static JsonObject Block(List<(JsonArray Elements, bool Apart)> lines)
    {
        var section = new JsonArray();
        foreach (var (elements, apart) in lines)
        {
            if (section.Count > 0)
                section.Add(new JsonObject { ["type"] = "text", ["text"] = apart ? "\n\n" : "\n" });
            foreach (var element in elements)
                section.Add(element!.DeepClone());
        }
        return new()
        {
            ["type"] = "rich_text",
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = section }),
        };
    }

    /// <summary>One line, as long as it may be.</summary>
    sealed class LineOfText(Organisation org, int longest)
    {
        readonly JsonArray elements = [];

        public int Length { get; private set; }
        public bool WasCut { get; private set; }

        public JsonArray Elements
        {
            get
            {
                if (elements.Count == 0)
                    Words(Fit.Nothing, null);
                return elements;
            }
        }

        public void Add(ChatText.Part part, string? style)
        {
            if (part is ChatText.Words or ChatText.Code || Drawn(part) is not { } element)
                Words(Said(part), part is ChatText.Code ? "code" : style);
            else if (Takes(PlainText.Of(new([part])).Length))
                elements.Add(element);
        }

        /// <remarks>Rooms of one incident share a name, wherever they are.</remarks>
        static string Said(ChatText.Part part) => part is ChatText.RoomLink { Room: var room }
            ? $"#{room.Name} {Surfaces.Words(room.Platform)}"
            : PlainText.Of(new([part])).Trim('`');

        public void Words(string text, string? style)
        {
            if (text == "" || longest - Length <= 1)
            {
                WasCut |= text != "";
                return;
            }
            // Blanks between two other parts are text too.
            var fitted = text.Length <= longest - Length ? text : Fit.To(text, longest - Length);
            WasCut |= fitted != text;
            Length += fitted.Length;
            var element = new JsonObject { ["type"] = "text", ["text"] = fitted };
            if (style is not null)
                element["style"] = new JsonObject { [style] = true };
            elements.Add(element);
        }

        bool Takes(int length)
        {
            var fits = Length + length <= longest;
            Length += fits ? length : 0;
            WasCut |= !fits;
            return fits;
        }

        /// <returns>Null: there is nothing better than words.</returns>
        JsonObject? Drawn(ChatText.Part part) => part switch
        {
            ChatText.Mention { Person: var person } => org.SlackIdOf(person) is { } user
                ? new() { ["type"] = "user", ["user_id"] = user }
                : null,
            ChatText.RoomLink { Room: var room } => room.Platform == SlackIds.Platform
                ? new() { ["type"] = "channel", ["channel_id"] = room.Id }
                : null,
            ChatText.Moment { At: var at } => at <= DateTimeOffset.UnixEpoch ? null : new()
            {
                ["type"] = "date",
                ["timestamp"] = at.ToUnixTimeSeconds(),
                ["format"] = "{date_short_pretty} {time}",
                ["fallback"] = PlainText.Of(new([part])),
            },
            ChatText.Link link => new()
            {
                ["type"] = "link",
                ["url"] = link.Address.AbsoluteUri,
                ["text"] = Fit.Line(link.Label, LongestLabel),
            },
            _ => throw new UnreachableException(),
        };
    }
}
