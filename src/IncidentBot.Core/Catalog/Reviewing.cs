namespace IncidentBot.Catalog;

/// <summary>How an organisation reviews its incidents.</summary>
/// <param name="Blameless">Whether roles stand for names in every text of a review.</param>
/// <param name="Templates">The first that fits is taken.</param>
public sealed record Reviewing(bool Blameless, IReadOnlyList<ReviewTemplate> Templates)
{
    public static readonly Reviewing Usual = new(false, []);

    public ReviewTemplate For(string? type, Severity? severity) =>
        Templates.FirstOrDefault(template => template.Fits(type, severity)) ?? ReviewTemplate.Usual;
}

/// <summary>Which sections the review of an incident has, in which order.</summary>
/// <param name="Types">Keys of types; empty: all.</param>
/// <param name="Severities">Names of severities; empty: all.</param>
public sealed record ReviewTemplate(
    string Key, IReadOnlyList<string> Types, IReadOnlyList<string> Severities, IReadOnlyList<SectionPlan> Sections)
{
    /// <summary>The sections that the bot knows how to draft.</summary>
    public static readonly ReviewTemplate Usual = new("default", [], [],
    [
        new("summary", "Summary", "What happened, for somebody who was not there?"),
        new("impact", "Impact", "Who was hit, how badly and for how long?"),
        new("times", "Key times and figures", "Is one of the times wrong? Correct it with the command time."),
        new("timeline", "Timeline", "What is missing? Add it with the command note."),
        new("detection", "Detection", "How did we learn of it, and how could we have learned of it sooner?"),
        new("well", "What went well", "What helped, and should be kept?"),
        new("badly", "What went badly", "What slowed us down or made it worse?"),
        new("lucky", "Where we were lucky", "What could have gone wrong and didn't?"),
        new("factors", "Contributing factors", "What made it possible? Ask why with the command pir why."),
        new("resolution", "Resolution", "What ended it, and how is it resolved next time?"),
        new("recurrences", "Recurrences", "Was it there before, and why did it come back?"),
        new("actions", "Action items", "What is to be done so that it doesn't come back, by whom and by when?"),
        new("message", "Message for customers", "What do those who were hit need to know?"),
    ]);

    /// <summary>The three questions that a small incident is asked.</summary>
    public static readonly IReadOnlyList<SectionPlan> ThreeQuestions =
    [
        new("happened", "What happened", "In a sentence or two."),
        new("helped", "What helped", "What fixed it, and what was good to have?"),
        new("change", "What to change", "One thing that would make it less likely, or shorter."),
    ];

    public bool Fits(string? type, Severity? severity) =>
        (Types.Count == 0 || (type is not null && Types.Contains(type)))
        && (Severities.Count == 0 || (severity is not null && Severities.Contains(severity.Name)));
}

/// <param name="Key">One of <see cref="ReviewTemplate.Usual"/>'s, which the bot drafts, or a section of their own.</param>
/// <param name="Prompt">Asks for what nobody can know from the facts.</param>
public sealed record SectionPlan(string Key, string Heading, string Prompt);
