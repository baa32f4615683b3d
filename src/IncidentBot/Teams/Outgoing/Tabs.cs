using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Wire;
using Graph = Microsoft.Graph.Models;

namespace IncidentBot.Teams.Outgoing;

/// <summary>What people look up again and again, as tabs of an incident's channel.</summary>
/// <remarks>https://learn.microsoft.com/graph/teams-configuring-builtin-tabs#website-tabs</remarks>
public sealed class Tabs(GraphApi graph, TeamsNotes notes)
{
    const int Most = 5;
    const int LongestName = 128;
    const string Website = "com.microsoft.teamspace.tab.web";

    /// <summary>Teams shows only pages that come over https.</summary>
    public async Task Show(string channel, string group, IReadOnlyList<ChatText.Link> links, CancellationToken ct)
    {
        foreach (var link in links.Where(one => one.Address.Scheme == "https").Take(Most))
        {
            var note = $"tab:{channel}/{link.Address}";
            if (await notes.Read(note, ct) is not null)
                continue;
            await notes.Write(note, await New(channel, group, link, ct), null, ct);
        }
    }

    /// <returns>Its id; what a tab is refused for is no reason to do without a channel.</returns>
    async Task<string> New(string channel, string group, ChatText.Link link, CancellationToken ct)
    {
        var tab = new Graph.TeamsTab
        {
            DisplayName = Fit.Line(link.Label, LongestName),
            Configuration = new() { ContentUrl = $"{link.Address}", WebsiteUrl = $"{link.Address}" },
            AdditionalData = new Dictionary<string, object>
            {
                ["teamsApp@odata.bind"] = $"{graph.Url}appCatalogs/teamsApps/{Website}",
            },
        };
        try
        {
            return (await graph.Ask("a tab", (one, limited) => one.Teams[group].Channels[channel].Tabs.PostAsync(tab, cancellationToken: limited), ct))?.Id ?? "";
        }
        catch (ChatRefusedException)
        {
            return "";
        }
    }
}
