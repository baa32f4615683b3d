using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>Who did something, when the bot learned of it, and where.</summary>
/// <param name="Surface">"room", "slack", "teams", "api", "mail", "phone"; "timer" for the bot itself.</param>
public sealed record Origin(Person By, DateTimeOffset At, string Surface)
{
    /// <summary>The bot's own doing, when something fell due.</summary>
    public static Origin Timer(DateTimeOffset at) => new(Person.Bot, at, "timer");
}
