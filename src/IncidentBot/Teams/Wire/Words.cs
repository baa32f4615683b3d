using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Wire;

/// <summary>What somebody wrote, without markup.</summary>
/// <param name="Text">In it stands each of <paramref name="Mentions"/> as <see cref="Mark"/> and its place in the list.</param>
public sealed partial record Words(string Text, IReadOnlyList<Sender> Mentions)
{
    /// <summary>A character of nobody's alphabet; taken out of what people write.</summary>
    const char Mark = '\uE000';

    /// <param name="name">What is written for somebody who is mentioned.</param>
    public string With(Func<Sender, string> name) =>
        Marked().Replace(Text, match => int.Parse(match.Groups[1].ValueSpan, null) is var at && at < Mentions.Count ? name(Mentions[at]) : "").Trim();

    /// <param name="bot">Whose own name is left out.</param>
    /// <remarks>
    /// Who is meant stands in the entities alone: anybody can write "&lt;at&gt;" themselves.
    /// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
    /// </remarks>
    public static Words Of(JsonElement message, string bot)
    {
        var text = message.Text("text").Replace($"{Mark}", "", StringComparison.Ordinal);
        var mentions = new List<Sender>();
        foreach (var entity in Mentioned(message))
        {
            var written = entity.Text("text");
            if (written == "")
                continue;
            var who = Sender.Of(entity.At("mentioned"));
            if (who.Id == bot)
                text = text.Replace(written, " ", StringComparison.Ordinal);
            else if (text.IndexOf(written, StringComparison.Ordinal) is >= 0 and var at)
            {
                text = $"{text[..at]}{Mark}{mentions.Count}{Mark}{text[(at + written.Length)..]}";
                mentions.Add(who);
            }
        }
        return new(Plain(text), mentions);
    }

    /// <summary>Whether the bot is among those who are mentioned.</summary>
    public static bool Name(JsonElement message, string bot) => Mentioned(message).Any(one => one.Text("mentioned", "id") == bot);

    static IEnumerable<JsonElement> Mentioned(JsonElement message) =>
        message.Items("entities").Where(one => one.Text("type") == "mention");

    /// <summary>Tags that are markup become what they mean; "List&lt;int&gt;" stays as it is.</summary>
    internal static string Plain(string text) => WebUtility.HtmlDecode(
        Tag().Replace(Break().Replace(Picture().Replace(text, "$1"), "\n"), "")).Replace('\u00A0', ' ').Trim();

    [GeneratedRegex("\uE000([0-9]{1,4})\uE000")]
    private static partial Regex Marked();

    [GeneratedRegex(@"<br\s*/?>|</(?:p|div|li|tr|h[1-6]|blockquote|pre)\s*>(?=\s*\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    /// <summary>An emoji comes as a picture that says which.</summary>
    [GeneratedRegex("""<(?:img|emoji)\b[^<>]*?\balt="([^"<>]{0,40})"[^<>]*>""", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(
        @"</?(?:at|a|b|i|u|s|p|div|span|strong|em|del|strike|code|codeblock|pre|blockquote|ul|ol|li|h[1-6]|hr|img|emoji|table|tbody|thead|tr|td|th|attachment|systemeventmessage|font|sub|sup)(?:\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
