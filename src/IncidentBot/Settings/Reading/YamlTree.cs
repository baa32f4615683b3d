using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IncidentBot.Settings.Reading;

/// <summary>Turns YAML into nodes that know their line.</summary>
/// <remarks>
/// Our own rather than YamlDotNet's node graph, so that every duplicate key is found and not only the first, nesting is
/// bounded before it can exhaust the stack, and an alias shares its node instead of copying it.
/// </remarks>
internal sealed class YamlTree(Findings findings)
{
    const int Deepest = 20;

    readonly Dictionary<string, Node> anchors = [];

    /// <returns>Null when it is no YAML, or none that can be an organisation's file.</returns>
    public Node? Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return new Node.Mapping([], 1, 1);
            parser.Consume<DocumentStart>();
            var root = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
                findings.Add(Line(second), Column(second),
                    "a second document begins here; keep everything in one, without “---” between.");
            return root;
        }
        catch (YamlException broken)
        {
            if (broken.Message.Contains("tab ", StringComparison.Ordinal))
                findings.Add(
                    TabbedLine(text, (int)broken.Start.Line), 1, "this line begins with a tab; indent with spaces.");
            else
                findings.Add((int)broken.Start.Line, (int)broken.Start.Column,
                    $"this is not valid YAML ({Plainly(broken.Message)}); check indentation, colons and quotes here.");
            return null;
        }
        catch (Exception defect)
            when (defect is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser stumbles over some broken files instead of refusing them; what it read last is where it was.
            findings.Add((int)(parser.Current?.End.Line ?? 1), (int)(parser.Current?.End.Column ?? 1),
                "this is not valid YAML; check brackets, indentation, colons and quotes from here on.");
            return null;
        }
    }

    Node ReadNode(Parser parser, int depth)
    {
        var start = parser.Current!;
        if (depth > Deepest)
            throw new YamlException(start.Start, start.End, $"nested more than {Deepest} levels deep");
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return anchors.GetValueOrDefault(alias.Value.Value)
                ?? throw new YamlException(alias.Start, alias.End, $"nothing above is called &{alias.Value.Value}");

        var anchor = start is NodeEvent { Anchor.IsEmpty: false } named ? named.Anchor.Value : null;
        Node node = start switch
        {
            MappingStart => Mapping(ReadEntries(parser, depth), start),
            SequenceStart => new Node.Sequence(ReadItems(parser, depth), Line(start), Column(start)),
            _ => ReadScalar(parser),
        };
        if (anchor is not null)
            anchors[anchor] = node;
        return node;
    }

    /// <summary>The parser says of <c>[person: ada]</c> that its pair begins where the file does.</summary>
    static Node.Mapping Mapping(List<Entry> entries, ParsingEvent start) => start.Start.Index == 0 && entries.Count > 0
        ? new(entries, entries[0].Line, entries[0].Column)
        : new(entries, Line(start), Column(start));

    static Node.Scalar ReadScalar(Parser parser)
    {
        var scalar = parser.Consume<Scalar>();
        return new(scalar.Value, scalar.Style != ScalarStyle.Plain, Line(scalar), Column(scalar));
    }

    List<Node> ReadItems(Parser parser, int depth)
    {
        var items = new List<Node>();
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(parser, depth + 1));
        return items;
    }

    List<Entry> ReadEntries(Parser parser, int depth)
    {
        var entries = new List<Entry>();
        var lines = new Dictionary<string, int>();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(parser, depth + 1);
            var value = ReadNode(parser, depth + 1);
            if (key is not Node.Scalar { Text: not "" } name)
                findings.Add(key, "a key must be a word; write “key: value”.");
            else if (lines.TryGetValue(name.Text, out var before))
                findings.Add(key, $"“{Short(name.Text)}” stands twice, first in line {before}; keep one of them.");
            else
            {
                lines[name.Text] = key.Line;
                entries.Add(new(name.Text, key.Line, key.Column, value));
            }
        }
        return entries;
    }

    static int TabbedLine(string text, int from)
    {
        var after = text.Split('\n').Skip(from - 1).TakeWhile(line => !line.TrimStart(' ').StartsWith('\t')).Count();
        return from + after;
    }

    static int Line(ParsingEvent at) => (int)at.Start.Line;

    static int Column(ParsingEvent at) => (int)at.Start.Column;

    /// <summary>The parser's words without its own count of lines and without a full stop.</summary>
    static string Plainly(string message)
    {
        var count = message.LastIndexOf("): ", StringComparison.Ordinal);
        return Short((count < 0 ? message : message[(count + 3)..]).TrimEnd('.'));
    }

    static string Short(string text) => text.Length <= 120 ? text : $"{text[..120]}…";
}
