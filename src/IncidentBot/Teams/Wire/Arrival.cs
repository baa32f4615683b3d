using System.Text.Json;

namespace IncidentBot.Teams.Wire;

/// <summary>Something that Teams sent, read.</summary>
public abstract record Arrival(Activity About);

/// <summary>A kind that the bot doesn't use. It is acknowledged, so that Teams doesn't call it a failure.</summary>
public sealed record Unused(Activity About, string Kind) : Arrival(About);

/// <summary>An invoke nobody knows: it waits for an answer that can't be given.</summary>
public sealed record Unknown(Activity About) : Arrival(About);

/// <summary>Somebody speaks to the bot: by naming it, or where nobody else is.</summary>
/// <param name="Said">Without the bot's name.</param>
public sealed record Typed(Activity About, Words Said) : Arrival(About);

/// <summary>Somebody says something to others.</summary>
/// <param name="Message">Its id, by which it is found again when it is changed.</param>
public sealed record Overheard(Activity About, string Message, Words Said) : Arrival(About);

/// <summary>Somebody changed their words.</summary>
public sealed record Changed(Activity About, string Message, Words Said) : Arrival(About);

/// <summary>Somebody took their words back.</summary>
public sealed record TakenBack(Activity About, string Message) : Arrival(About);

/// <summary>A button of a card that was drawn as a plain one: what it carries comes as a message.</summary>
/// <param name="Data">What the button carries, and what was filled in, at one level.</param>
public sealed record Sent(Activity About, JsonElement Data) : Arrival(About);
