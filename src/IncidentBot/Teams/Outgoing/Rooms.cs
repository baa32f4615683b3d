namespace IncidentBot.Teams.Outgoing;

/// <summary>The kinds of rooms that an incident may have.</summary>
public sealed record Rooms(IncidentChannels Own, Threads Threads, GroupChats Chats);
