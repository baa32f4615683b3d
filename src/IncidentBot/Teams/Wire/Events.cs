namespace IncidentBot.Teams.Wire;

/// <summary>People, or the bot, came into a conversation or left it.</summary>
public sealed record Moved(Activity About, IReadOnlyList<Sender> Came, IReadOnlyList<Sender> Left) : Arrival(About);

/// <summary>Something was done to a channel or to a team.</summary>
/// <param name="What">"channelCreated", "channelRenamed", "teamArchived", …</param>
/// <param name="Channel">Null: it was the team.</param>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events</remarks>
public sealed record Altered(Activity About, string What, string? Channel) : Arrival(About);

/// <summary>The app was added somewhere, or taken away.</summary>
public sealed record Installed(Activity About, bool Added) : Arrival(About);

/// <summary>A message got reactions or lost them.</summary>
/// <param name="Message">Which.</param>
/// <param name="Added">As Teams names them: "like", "pushpin", or the emoji itself.</param>
public sealed record Reacted(Activity About, string Message, IReadOnlyList<string> Added, IReadOnlyList<string> Removed) : Arrival(About);
