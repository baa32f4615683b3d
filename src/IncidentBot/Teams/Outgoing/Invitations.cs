using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.People;
using Graph = Microsoft.Graph.Models;

namespace IncidentBot.Teams.Outgoing;

/// <summary>Brings people into a room; one whom Teams refuses keeps out nobody else.</summary>
/// <remarks>A standard channel is for everybody of its team, so that whoever isn't in the team is brought in there.</remarks>
public sealed partial class Invitations(GraphApi graph, Channels channels, GroupChats chats, Roster roster, ILogger<Invitations> log)
{
    public async Task Bring(Room room, IReadOnlyList<Person> people, CancellationToken ct)
    {
        if (room.IsChat())
        {
            await chats.Invite(room.Id, people, ct);
            return;
        }
        var strangers = await roster.Strangers(room.Id, people, ct);
        if (strangers.Count == 0)
            return;
        var group = await channels.GroupOf(room.Id, ct);
        foreach (var account in strangers)
            try
            {
                await graph.Ask("somebody in the team", (one, limited) => one.Teams[group].Members.PostAsync(Member(account), cancellationToken: limited), ct);
            }
            catch (ChatRefusedException no)
            {
                NotInvited(account, room.Name, no.Message);
            }
    }

    Graph.AadUserConversationMember Member(string account) => new()
    {
        OdataType = "#microsoft.graph.aadUserConversationMember",
        Roles = [],
        AdditionalData = new Dictionary<string, object> { ["user@odata.bind"] = $"{graph.Url}users('{account}')" },
    };

    [LoggerMessage(1553, LogLevel.Warning, "{Account} can't be brought into the team of {Room}: {Reason}")]
    partial void NotInvited(string account, string room, string reason);
}
