using IncidentBot.Chat;
using IncidentBot.Exports;

namespace IncidentBot.Reviews;

/// <summary>A piece of a section. Texts are data; what it looks like is decided where it is drawn.</summary>
public abstract record ReviewBlock
{
    public sealed record Paragraph(ChatText Text) : ReviewBlock;

    public sealed record Points(IReadOnlyList<ChatText> Items) : ReviewBlock;

    /// <summary>Numbers, each with how it is worked out in small print.</summary>
    public sealed record Figures(IReadOnlyList<Figure> Rows) : ReviewBlock;

    /// <param name="More">How many lines are left out.</param>
    public sealed record Story(IReadOnlyList<StoryLine> Lines, int More) : ReviewBlock;

    public sealed record Tasks(IReadOnlyList<TaskSheet> Items) : ReviewBlock;

    public sealed record Whys(WhySheet Sheet) : ReviewBlock;

    public sealed record Fishbone(FishboneSheet Sheet) : ReviewBlock;

    public sealed record FaultTree(FaultSheet Sheet) : ReviewBlock;
}

/// <param name="Formula">"acknowledged − detected"; empty: it is no result.</param>
public sealed record Figure(string Label, ChatText Value, string Formula = "");

public sealed record StoryLine(DateTimeOffset At, ChatText Text);
