using System.Text.Json.Serialization;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>Who did something, when the bot learned of it, and where.</summary>
/// <param name="Surface">"room", "slack", "teams", "api", "mail", "phone"; "timer" for the bot itself.</param>
public sealed record Origin(Person By, DateTimeOffset At, string Surface)
{
    /// <summary>The bot learned of it long after it happened, by comparing: nobody is called or told any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Late { get; init; }

    /// <summary>The bot's own doing, when something fell due.</summary>
    public static Origin Timer(DateTimeOffset at) => new(Person.Bot, at, "timer");
}
