using System.Collections.Concurrent;
using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Outgoing;

/// <summary>Looks for a channel among all there are, page by page: Slack finds none by its name.</summary>
/// <remarks>
/// Where there are thousands that takes longer than one try may: the next one goes on where the last one had to stop.
/// https://docs.slack.dev/reference/methods/conversations.list
/// </remarks>
public sealed class ChannelList(SlackApi api)
{
    // An answer has 1 MiB at most, a channel about 1 KiB.
    const int Page = 500;

    readonly ConcurrentDictionary<string, string> stopped = [];

    /// <param name="search">Names the search, so that it goes on.</param>
    /// <param name="archived">Whether archived ones count.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<JsonElement?> Find(string search, bool archived, Func<JsonElement, bool> wanted, CancellationToken ct)
    {
        var cursor = stopped.GetValueOrDefault(search);
        try
        {
            do
            {
                var page = await api.Call(
                    "conversations.list",
                    new { types = "public_channel,private_channel", exclude_archived = !archived, limit = Page, cursor }, ct);
                foreach (var channel in page.Items("channels").Where(wanted))
                    return Ended(search, channel);
                if (page.TextOrNull("response_metadata", "next_cursor") is not { } next)
                    return Ended(search, null);
                stopped[search] = cursor = next;
            }
            while (true);
        }
        catch (ChatRefusedException no) when (cursor is not null && SlackException.CodeIn(no) is "invalid_cursor")
        {
            stopped.TryRemove(search, out _);
            throw new ChatUnavailableException("Slack lost the place in its list of channels.", inner: no);
        }
    }

    JsonElement? Ended(string search, JsonElement? found)
    {
        stopped.TryRemove(search, out _);
        return found;
    }
}
