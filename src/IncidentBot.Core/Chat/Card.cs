namespace IncidentBot.Chat;

/// <summary>
/// A message with structure, drawn by each platform in its own way (Block Kit, Adaptive Card, HTML, plain text).
/// The vocabulary is small on purpose: a card that needs more than this is too busy to read in an incident.
/// </summary>
public sealed record Card(ChatText Title)
{
    public Accent Accent { get; init; }

    /// <summary>A short line above the title, e.g. "INC-12 · SEV1 · Investigating".</summary>
    public ChatText? Header { get; init; }

    public IReadOnlyList<Field> Fields { get; init; } = [];
    public IReadOnlyList<ChatText> Lines { get; init; } = [];

    /// <summary>Below the lines; null: none.</summary>
    public Picture? Picture { get; init; }
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>What to do next, in small print below everything.</summary>
    public ChatText? Hint { get; init; }
}

public sealed record Field(string Label, ChatText Value);

/// <param name="Command">The command line that pressing it sends, e.g. "resolve INC-12".</param>
/// <param name="Confirm">A question asked before it is sent, for what can't be taken back.</param>
public sealed record Button(string Label, string Command, ButtonStyle Style = ButtonStyle.Plain, string? Confirm = null)
{
    /// <summary>The message that it is about, by <see cref="Quote.Id"/>, where a platform asks about one; null: none.</summary>
    public string? About { get; init; }
}

public enum ButtonStyle
{
    Plain,
    Primary,
    Danger,
}

/// <summary>The colour of a card, by state; never the only sign of it.</summary>
public enum Accent
{
    /// <summary>Grey: muted, closed, or simply information.</summary>
    None,

    /// <summary>Red: firing.</summary>
    Bad,

    /// <summary>Amber: acknowledged, or a refusal.</summary>
    Warning,

    /// <summary>Green: resolved, done.</summary>
    Good,
}
