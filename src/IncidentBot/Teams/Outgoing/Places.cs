namespace IncidentBot.Teams.Outgoing;

/// <summary>Where the bot talks: with everybody, with one person, about one incident.</summary>
public sealed record Places(AnnounceChannel Announce, DirectMessages Direct, IncidentChannels Own);
