namespace IncidentBot.Chat;

/// <summary>
/// Somebody asks the bot for something. A slash command, a mention, a button and a submitted form
/// all become one of these: a button is a command typed in advance.
/// </summary>
/// <param name="Once">
/// Names this request for good (Slack's event id, a browser's own id): the same one never has a second effect.
/// </param>
/// <param name="Line">The command line without the bot's name, e.g. "severity sev1".</param>
/// <param name="At">When it was asked; the domain never reads a clock.</param>
public sealed record Invocation(string Once, string Line, Person By, Room In, DateTimeOffset At)
{
    /// <summary>The answers of a submitted form by <see cref="Input.Name"/>; null when it was typed or pressed.</summary>
    public IReadOnlyDictionary<string, string>? Answers { get; init; }

    /// <summary>The message that it was done to, where people may point at one; null: none.</summary>
    public Quote? Quoted { get; init; }

    /// <summary>The first message of the thread it was asked in, where there are threads; null: in none.</summary>
    public MessageRef? Under { get; init; }

    /// <summary>In whose time "at 14:05" is meant.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Where it was done, as the timeline says it: "room", "slack", "api", …</summary>
    public string Surface => In.Platform;
}
