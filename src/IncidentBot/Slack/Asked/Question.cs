using IncidentBot.Chat;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>What somebody in Slack wants, before it is known who they are.</summary>
/// <param name="In">Null: nowhere in particular; it is between them and the bot.</param>
/// <param name="Once">Names it for good, whatever is sent again.</param>
/// <param name="Line">The command line.</param>
public sealed record Question(Sender By, Channel? In, string Once, string Line)
{
    /// <summary>Whether Slack's own writing is still in the line, as in what people type.</summary>
    public bool IsTyped { get; init; }

    public IReadOnlyDictionary<string, Answer>? Answers { get; init; }
    public Quote? Quoted { get; init; }

    /// <summary>When it was done, where that is said; null: just now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The first message of the thread it was asked in; null: in none.</summary>
    public string? Thread { get; init; }
}
