namespace IncidentBot.Settings.Reading;

/// <summary>A piece of a YAML file that knows where it stands.</summary>
internal abstract record Node(int Line, int Column)
{
    /// <param name="Quoted">Quoted text is text, even when it is empty or says "null".</param>
    internal sealed record Scalar(string Text, bool Quoted, int Line, int Column) : Node(Line, Column);

    internal sealed record Mapping(IReadOnlyList<Entry> Entries, int Line, int Column) : Node(Line, Column);

    internal sealed record Sequence(IReadOnlyList<Node> Items, int Line, int Column) : Node(Line, Column);

    /// <summary>"owner:" with nothing behind it is as good as not written.</summary>
    internal bool IsNothing => this is Scalar { Quoted: false, Text: "" or "~" or "null" };
}

/// <summary>One "key: value" line.</summary>
internal sealed record Entry(string Key, int Line, int Column, Node Value);
