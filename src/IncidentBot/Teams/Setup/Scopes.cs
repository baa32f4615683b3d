namespace IncidentBot.Teams.Setup;

/// <summary>A permission of the Teams app: what it is for, and what would not work without it.</summary>
/// <param name="Name">E.g. "Channel.Create.Group".</param>
/// <param name="Wide">
/// What Entra calls the same for every team at once, granted by an administrator; where the app's own consent isn't used.
/// Null: there is none, or it is not needed.
/// </param>
public sealed record Scope(string Name, string Why, string? Wide = null)
{
    /// <summary>Asked for by the app's package, for the team or chat it is added to; manifests/teams has the same ones.</summary>
    /// <remarks>https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/resource-specific-consent</remarks>
    public static readonly IReadOnlyList<Scope> OfTheTeam =
    [
        new("Channel.Create.Group", "opens a channel for each critical incident", "Channel.Create"),
        new("ChannelSettings.ReadWrite.Group", "names and describes the channel as the incident goes on", "ChannelSettings.ReadWrite.All"),
        new("TeamMember.Read.Group", "knows who is in the team already", "TeamMember.Read.All"),
        new("ChannelMember.Read.Group", "knows who is in a channel", "ChannelMember.Read.All"),
        new("TeamsAppInstallation.Read.Group", "finds itself in the team", "TeamsAppInstallation.ReadForTeam.All"),
        new("ChannelMessage.Read.Group", "takes what is said in an incident's channel onto its timeline", "ChannelMessage.Read.All"),
        new("TeamsTab.Create.Group", "puts the incident's page beside the talk", "TeamsTab.Create"),
        new("ChatMessage.Read.Chat", "takes what is said in the group chat of a private incident onto its timeline", "Chat.Read.All"),
    ];

    /// <summary>Of the registration in Entra, granted by an administrator for the organisation.</summary>
    /// <remarks>https://learn.microsoft.com/graph/permissions-reference</remarks>
    public static readonly IReadOnlyList<Scope> OfTheOrganisation =
    [
        new("ChannelSettings.ReadWrite.All", "archives the channel when the incident has been over for a while"),
        new("TeamMember.ReadWrite.All", "brings those called into the team"),
        new("User.ReadBasic.All", "finds people of the organisation's file by their mail address", "User.Read.All"),
        new("Chat.Create", "opens a group chat for a private incident"),
        new("ChatMember.ReadWrite.All", "brings people into that chat"),
        new("Chat.ReadWrite.All", "names that chat"),
        new("TeamsAppInstallation.ReadWriteSelfForChat.All", "comes into that chat itself"),
        new("AppCatalog.Read.All", "finds its own app, to come into that chat"),
    ];
}
