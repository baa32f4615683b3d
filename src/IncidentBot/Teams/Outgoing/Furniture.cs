using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.People;
using Graph = Microsoft.Graph.Models;

namespace IncidentBot.Teams.Outgoing;

/// <summary>What an incident's channel has besides messages: tabs, and people who can come in.</summary>
/// <remarks>A standard channel is for everybody of its team, so that whoever isn't in the team is brought in there.</remarks>
public sealed class Furniture(GraphApi graph, Channels channels, Tabs tabs, Roster roster)
{
    public async Task PutInto(string channel, RoomPlan plan, CancellationToken ct) =>
        await tabs.Show(channel, await channels.GroupOf(channel, ct), plan.Links, ct);

    public async Task BringIn(string channel, IReadOnlyList<Person> people, CancellationToken ct)
    {
        var strangers = await roster.Strangers(channel, people, ct);
        if (strangers.Count == 0)
            return;
        var group = await channels.GroupOf(channel, ct);
        foreach (var account in strangers)
            try
            {
                await graph.Ask("somebody in the team", (one, limited) => one.Teams[group].Members.PostAsync(Member(account), cancellationToken: limited), ct);
            }
            catch (ChatRefusedException no) when (TeamsException.StatusIn(no) is 409 or 400)
            {
                // Somebody brought them in meanwhile.
            }
    }

    Graph.AadUserConversationMember Member(string account) => new()
    {
        OdataType = "#microsoft.graph.aadUserConversationMember",
        AdditionalData = new Dictionary<string, object> { ["user@odata.bind"] = $"{graph.Url}users('{account}')" },
    };
}
