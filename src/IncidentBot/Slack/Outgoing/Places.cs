namespace IncidentBot.Slack.Outgoing;

/// <summary>Where the bot talks: with everybody, with one person, about one incident.</summary>
public sealed record Places(AnnounceChannel Announce, DirectMessages Direct, IncidentChannels Own);

/// <summary>What becomes of messages: the bot's own, and what there is of others'.</summary>
public sealed record Messages(Posts Posts, Pins Pins, Heard.History History, Files Files);
