using System.Globalization;

namespace IncidentBot.Settings.Reading;

/// <summary>A value at its place in the file: reads it as what it should be, or says what is wrong with it.</summary>
/// <param name="Path">"services.checkout.tier"; "" for the whole file.</param>
internal sealed record Spot(Node Node, string Path, Findings Findings)
{
    /// <param name="sentence">Goes on after the path: "must be …; write …".</param>
    public void Wrong(string sentence) => Findings.Add(Node, $"{(Path == "" ? "the file" : Path)} {sentence}");

    public Spot Under(Entry entry) =>
        new(entry.Value.IsNothing ? entry.Value with { Line = entry.Line, Column = entry.Column } : entry.Value,
            Path == "" ? Short(entry.Key) : $"{Path}.{Short(entry.Key)}", Findings);

    public bool IsText => Node is Node.Scalar && !Node.IsNothing;

    public string? Text(int longest = 200, bool lines = false)
    {
        if (Node is not Node.Scalar scalar)
        {
            Wrong("must be text; write it behind the colon.");
            return null;
        }
        var text = scalar.Text.Trim();
        var flaw = text == "" ? "is empty; fill it in or leave the line out."
            : text.Length > longest ? $"is longer than {longest} characters; shorten it."
            : text.Any(letter => char.IsControl(letter) && !(lines && letter is '\n' or '\t'))
                ? lines ? "contains control characters; take them out."
                    : "must fit on one line without control characters."
            : null;
        if (flaw is null)
            return text;
        Wrong(flaw);
        return null;
    }

    public bool? Flag()
    {
        bool? flag = Node is Node.Scalar scalar ? scalar.Text.ToLowerInvariant() switch
        {
            "true" or "yes" => true,
            "false" or "no" => false,
            _ => null,
        } : null;
        if (flag is null)
            Wrong($"must be true or false{Said()}.");
        return flag;
    }

    public int? Number(int least, int most)
    {
        if (Node is Node.Scalar scalar
            && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        Wrong($"must be a whole number from {least} to {most}{Said()}.");
        return null;
    }

    public TimeSpan? Duration(TimeSpan least, TimeSpan most)
    {
        var span = Node is Node.Scalar scalar ? Durations.Read(scalar.Text) : null;
        if (span >= least && span <= most)
            return span;
        Wrong(span is null ? $"must be a duration, {Durations.Examples}{Said()}."
            : span < TimeSpan.Zero ? $"can't be negative{Said()}; write a duration {Durations.Examples}."
            : $"must be from {Durations.Write(least)} to {Durations.Write(most)}{Said()}.");
        return null;
    }

    public Uri? Link()
    {
        if (Text(2000) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" && link.Host != "")
            return link;
        Wrong($"must be a link that begins with https:// or http://{Said()}.");
        return null;
    }

    public T? OneOf<T>(IReadOnlyDictionary<string, T> choices) where T : struct
    {
        if (Node is Node.Scalar scalar && choices.TryGetValue(scalar.Text, out var chosen))
            return chosen;
        var known = string.Join(", ", choices.Keys);
        Wrong(Node is Node.Scalar wrong
            ? $"can't be “{Short(wrong.Text)}”{Nearest.Hint(wrong.Text, choices.Keys, $"choose one of {known}")}"
            : $"must be one of {known}.");
        return null;
    }

    /// <summary>Something that stands elsewhere in the file, under the name it has there.</summary>
    public string? Reference(Names names)
    {
        if (Text() is not { } written)
            return null;
        if (names.Find(written) is { } found)
            return found;
        if (!Findings.Enough)
            Wrong($"names the {names.What} “{Short(written)}”, which doesn't exist{names.Hint(written)}");
        return null;
    }

    /// <summary>A list; a single value is a list of one.</summary>
    public IReadOnlyList<Spot> Items()
    {
        IReadOnlyList<Node> items = Node is Node.Sequence list ? list.Items : [Node];
        Findings.Count(items.Count);
        return items is [var only]
            ? [this with { Node = only }]
            : [.. items.Select((item, index) => this with { Node = item, Path = $"{Path}[{index + 1}]" })];
    }

    public IReadOnlyList<string> Texts(int longest = 200) => Different(Items(), item => item.Text(longest));

    public IReadOnlyList<string> References(Names names) => Different(Items(), item => item.Reference(names));

    public Fields Fields()
    {
        var entries = Node is Node.Mapping mapping ? mapping.Entries : [];
        Findings.Count(entries.Count);
        if (Node is not Node.Mapping && !Node.IsNothing)
            Wrong("must be a block of “key: value” lines.");
        return new(this, entries);
    }

    public static string Short(string text) => text.Length <= 80 ? text : $"{text[..80]}…";

    static List<string> Different(IReadOnlyList<Spot> items, Func<Spot, string?> read)
    {
        var all = new List<string>();
        var seen = new HashSet<string>();
        foreach (var item in items)
        {
            if (read(item) is not { } text)
                continue;
            if (seen.Add(text))
                all.Add(text);
            else
                item.Wrong($"says “{Short(text)}” twice; keep one of them.");
        }
        return all;
    }

    string Said() => Node is Node.Scalar scalar ? $", not “{Short(scalar.Text)}”" : "";
}
