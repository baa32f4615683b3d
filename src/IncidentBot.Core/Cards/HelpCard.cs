using IncidentBot.Chat;

namespace IncidentBot.Cards;

/// <summary>One command, as help tells of it.</summary>
public sealed record HelpEntry(string Syntax, string Summary, string Topic, IReadOnlyList<string> Aliases)
{
    public string Verb => Syntax.Split(' ', 2)[0];
}

/// <summary>What the bot can do, a topic at a time.</summary>
public static class HelpCard
{
    public static Card Overview(IReadOnlyList<HelpEntry> entries, IReadOnlyList<string> topics) => new($"What I can do")
    {
        Fields =
        [
            .. topics.Select(topic => (Topic: topic, Verbs: entries.Where(entry => entry.Topic == topic).Select(entry => entry.Verb).ToArray()))
                .Where(one => one.Verbs.Length > 0)
                .Select(one => new Field(Capital(one.Topic), $"{string.Join(", ", one.Verbs)}")),
        ],
        Buttons =
        [
            new("Declare", "declare", ButtonStyle.Primary),
            new("Practice", "tutorial"),
            .. topics.Where(topic => entries.Any(entry => entry.Topic == topic)).Select(topic => new Button(Capital(topic), $"help {topic}")),
        ],
        Hint = $"{new ChatText.Code("help resolve")} explains one command. In an incident's room they are about that incident; elsewhere name it: {new ChatText.Code("resolve INC-12")}.",
    };

    public static Card Topic(string topic, IReadOnlyList<HelpEntry> entries) => new($"{Capital(topic)}")
    {
        Lines =
        [
            .. entries.Where(entry => entry.Topic == topic)
                .Select(entry => (ChatText)$"{new ChatText.Code(entry.Syntax)} {entry.Summary}"),
        ],
        Buttons = [new("All topics", "help")],
    };

    public static Card One(HelpEntry entry) => new($"{entry.Summary}")
    {
        Lines =
        [
            $"{new ChatText.Code(entry.Syntax)}",
            .. entry.Aliases.Count == 0 ? [] : new ChatText[] { $"Also: {string.Join(", ", entry.Aliases)}" },
        ],
        Buttons = [new("More like this", $"help {entry.Topic}"), new("All topics", "help")],
        Hint = $"Without what stands in brackets it asks, or acts at once where there is nothing to ask.",
    };

    static string Capital(string topic) => $"{char.ToUpperInvariant(topic[0])}{topic[1..]}";
}
