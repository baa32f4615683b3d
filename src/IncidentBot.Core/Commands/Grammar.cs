using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Takes a line apart: the bot's name, the verb, the incidents named first or last, and the rest.</summary>
public static class Grammar
{
    static readonly string[] Roots = ["incident", "inc", "@incidentbot", "incidentbot"];
    static readonly string[] Joints = ["into", "with"];

    public static Line Read(string typed, string prefix) =>
        Apart(typed, prefix) is var line && line.Command is { } command ? command.Meant(line) : line;

    /// <summary>As it stands, before a command says what it means: <c>status</c> alone is still <c>status</c>.</summary>
    public static Line Apart(string typed, string prefix)
    {
        var line = WithoutRoot(typed.Trim());
        var (word, rest) = Cut(line);
        var first = Named(word, prefix);
        if (first is not null)
            (word, rest) = Cut(rest);

        var verb = word.TrimStart('/').TrimEnd(':', ',', '!', '.').ToLowerInvariant();
        if (verb == "" && word == "")
            return first is null ? Just("menu") : Just("show") with { First = first };
        if (CommandBook.Find(verb) is not { } command)
            return new(null, verb, line);
        return Names(new(command, verb, rest, first), prefix);
    }

    /// <summary>Where no incident was named first, the one named last is meant.</summary>
    /// <param name="inRoomOfAnother">Typed in an incident's own room, a reference in free text is part of it.</param>
    public static Line WithLast(this Line line, string prefix, bool inRoomOfAnother)
    {
        if (line.First is not null || line.Command is null or IStartCommand and not IChangeCommand)
            return line;
        var at = line.Text.LastIndexOfAny([' ', '\n']);
        if (Named(line.Text[(at + 1)..], prefix) is not { } last)
            return line;
        return inRoomOfAnother && line.Command.Usage.Prose && at >= 0
            ? line
            : line with { First = last, Text = line.Text[..Math.Max(0, at)].TrimEnd() };
    }

    /// <summary>The first word and what follows it.</summary>
    public static (string Word, string Others) Cut(string text)
    {
        var trimmed = text.TrimStart();
        var end = trimmed.IndexOfAny([' ', '\n']);
        return end < 0 ? (trimmed, "") : (trimmed[..end], trimmed[end..].Trim());
    }

    static Line Names(Line line, string prefix)
    {
        if (line.Command is IStartCommand { Within: false } and not IChangeCommand)
            return line with { First = null, Text = line.First is { } eaten ? $"{eaten} {line.Text}".Trim() : line.Text };
        if (line.First is null && Cut(line.Text) is var (word, rest) && Named(word, prefix) is { } first)
            line = line with { First = first, Text = rest };
        if (line.Command is not IChangeCommand { NamesAnother: true })
            return line;

        if (Cut(line.Text) is var (joint, after) && Joints.Contains(joint.ToLowerInvariant()))
            line = line with { Text = after, Into = true };
        return Cut(line.Text) is var (next, others) && Named(next, prefix) is { } second
            ? line.First is null ? line with { First = second, Text = others } : line with { Second = second, Text = others }
            : line;
    }

    static string WithoutRoot(string line) =>
        Cut(line) is var (word, rest) && (word.StartsWith('/') || word.StartsWith('@') || word.Contains("bot", StringComparison.OrdinalIgnoreCase))
            && Roots.Contains(word.TrimStart('/').TrimEnd(':', ','), StringComparer.OrdinalIgnoreCase)
            ? rest
            : line;

    static Line Just(string verb) => new(CommandBook.Find(verb), verb, "");

    static Reference? Named(string word, string prefix) =>
        Reference.TryParse(word, prefix, out var reference) ? reference : null;
}
