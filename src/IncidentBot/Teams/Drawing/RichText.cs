using System.Diagnostics;
using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Drawing;

/// <summary>
/// Draws lines of text so that what people wrote neither pings nor formats nor links, and keeps count of how much it was.
/// </summary>
/// <remarks>
/// Only a TextBlock can hold a mention or a moment in the reader's own time, and it reads Markdown; so it is used where one of
/// those stands, and where words need no escaping or somebody is called. Everything else is runs of text, where nothing needs it.
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
/// </remarks>
/// <param name="beside">On the same card, with room of its own.</param>
sealed class RichText(Organisation org, RichText? beside = null)
{
    const int LongestLine = 1500;
    const int Longest = 7500;

    /// <summary>What a line costs besides its letters.</summary>
    const int Line = 40;

    /// <summary>Of more line feeds than these, people see blanks.</summary>
    const int MostLines = 60;

    readonly Dictionary<string, JsonObject> mentioned = beside?.mentioned ?? [];
    int left = Longest;
    int lines = MostLines;

    /// <summary>Whether something was left out.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Who is mentioned, for "msteams".</summary>
    public JsonArray Entities => new([.. mentioned.Values.Select(one => one.DeepClone())]);

    /// <summary>A block for each line of it that isn't empty.</summary>
    public IEnumerable<JsonObject> Draw(ChatText text, Look? look = null)
    {
        var first = true;
        foreach (var line in Lines(text))
        {
            if (left <= Line)
            {
                WasCut = true;
                yield break;
            }
            var fitted = Fitted(line);
            var block = Block(fitted, look ?? new());
            block["spacing"] = first ? look?.Spacing ?? "Small" : "None";
            yield return block;
            first = false;
        }
        if (first)
            yield return Runs([new ChatText.Words(Fit.Nothing)], look ?? new());
    }

    JsonObject Block(List<ChatText.Part> line, Look look)
    {
        var calls = line.Any(part => part is ChatText.Mention { Person: var person } && org.TeamsIdOf(person) is not null);
        var lives = line.Any(part => part is ChatText.Moment or ChatText.Link) && !line.Any(part => part is ChatText.Code);
        return calls || (lives && IsInert(line)) ? Markdown(line, look) : Runs(line, look);
    }

    static bool IsInert(List<ChatText.Part> line) => line.Select((part, at) => part switch
    {
        ChatText.Moment => true,
        ChatText.Link link => Plain.IsInert(link.Label, first: false),
        _ => Plain.IsInert(Words(part), at == 0),
    }).All(inert => inert);

    JsonObject Markdown(List<ChatText.Part> line, Look look)
    {
        var text = string.Concat(line.Select((part, at) => part switch
        {
            ChatText.Mention { Person: var person } when org.TeamsIdOf(person) is { } id => Mention(person, id),
            ChatText.Moment { At: var when } => Moment(when),
            ChatText.Link link => $"[{Plain.Escaped(Fit.Line(link.Label, 150), first: false)}]({Target(link.Address)})",
            ChatText.Code => $"**{Plain.Escaped(Words(part), first: false)}**",
            _ => Plain.Escaped(Words(part), at == 0),
        }));
        return look.On(new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true });
    }

    /// <remarks>The text of the entity and that in the block must be the same, letter for letter.</remarks>
    string Mention(Person person, string id)
    {
        var name = string.Concat(Fit.Line(person.Name, 100).Split([.. @"\`*_[]~&|<>{}"]));
        var text = $"<at>{(string.IsNullOrWhiteSpace(name) ? "somebody" : name)}</at>";
        // Two people of one name are told apart by what nobody sees.
        while (mentioned.TryGetValue(text, out var other) && (string?)other["mentioned"]!["id"] != id)
            text = text.Insert(text.Length - 5, $"{Plain.Joiner}");
        mentioned[text] = new()
        {
            ["type"] = "mention",
            ["text"] = text,
            ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = text[4..^5] },
        };
        return text;
    }

    /// <remarks>With the day of the week before it: "2. Jan" at the beginning of a line would be a list.</remarks>
    static string Moment(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" is var moment
        ? $"{{{{DATE({moment},SHORT)}}}} {{{{TIME({moment})}}}}" : "";

    static string Target(Uri address) => address.AbsoluteUri
        .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    static JsonObject Runs(List<ChatText.Part> line, Look look) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray([.. line.Select(part => Run(part, look))]),
    };

    static JsonObject Run(ChatText.Part part, Look look)
    {
        var run = look.On(new() { ["type"] = "TextRun", ["text"] = Plain.Inert(Words(part)) });
        if (part is ChatText.Code)
            run["fontType"] = "Monospace";
        if (part is ChatText.Link { Address: var address })
        {
            run["color"] = "Accent";
            run["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = address.AbsoluteUri };
        }
        return run;
    }

    static string Words(ChatText.Part part) => part switch
    {
        ChatText.Words words => words.Text,
        ChatText.Code code => code.Text.ReplaceLineEndings(" "),
        ChatText.Link link => Fit.Line(link.Label, 150),
        // Rooms of one incident share a name, wherever they are.
        ChatText.RoomLink { Room: { Platform: not TeamsIds.Platform } room } =>
            $"#{room.Name} {Surfaces.Words(room.Platform)}".ReplaceLineEndings(" "),
        ChatText.Mention or ChatText.RoomLink or ChatText.Moment => PlainText.Of(new([part])).ReplaceLineEndings(" "),
        _ => throw new UnreachableException(),
    };

    /// <summary>Without the lines on which nothing stands.</summary>
    IEnumerable<List<ChatText.Part>> Lines(ChatText text)
    {
        var line = new List<ChatText.Part>();
        foreach (var part in text.Parts)
        {
            var pieces = part is ChatText.Words words ? words.Text.ReplaceLineEndings("\n").Split('\n', Math.Max(lines, 1)) : [];
            for (var at = 0; at < pieces.Length; at++)
            {
                if (at > 0 && IsSomething(line))
                {
                    lines--;
                    yield return line;
                }
                line = at > 0 ? [] : line;
                pieces[at] = pieces[at].Replace('\n', ' ');
                if (pieces[at] != "")
                    line.Add(new ChatText.Words(pieces[at]));
            }
            if (part is not ChatText.Words)
                line.Add(part);
        }
        if (IsSomething(line))
            yield return line;
    }

    static bool IsSomething(List<ChatText.Part> line) => line.Any(part => !string.IsNullOrWhiteSpace(Words(part)));

    /// <summary>As much of it as there is room for.</summary>
    List<ChatText.Part> Fitted(List<ChatText.Part> line)
    {
        var (fitted, room) = (new List<ChatText.Part>(), Math.Min(left - Line, LongestLine));
        left -= Line;
        foreach (var part in line)
        {
            var words = Words(part);
            var longest = room;
            room -= words.Length;
            if (words.Length > longest && (longest <= 1 || part is not (ChatText.Words or ChatText.Code)))
            {
                WasCut = true;
                break;
            }
            fitted.Add(words.Length <= longest ? part
                : part is ChatText.Code ? new ChatText.Code(Fit.To(words, longest)) : new ChatText.Words(Fit.To(words, longest)));
            left -= Math.Min(words.Length, longest);
            WasCut |= words.Length > longest;
        }
        return fitted.Count > 0 ? fitted : [new ChatText.Words(Fit.Nothing)];
    }
}
