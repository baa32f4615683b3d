using System.Globalization;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using Graph = Microsoft.Graph.Models;

namespace IncidentBot.Teams.Outgoing;

/// <summary>Standard channels of teams, through Microsoft Graph.</summary>
/// <remarks>https://learn.microsoft.com/graph/api/resources/channel</remarks>
public sealed class Channels(GraphApi graph, TeamsApi api, HomeTeams teams, TeamsNotes notes, TimeProvider clock)
{
    /// <summary>Teams allows a thousand, of which deleted ones count for a month and don't show.</summary>
    const int Many = 950;

    /// <summary>How long a channel may be unknown to some part of Teams.</summary>
    static readonly TimeSpan Young = TimeSpan.FromMinutes(2);

    /// <summary>The one of that name; null: there is none.</summary>
    public async Task<Room?> Called(string name, HomeTeam team, CancellationToken ct) => team.Thread is { } thread
        ? (await api.Channels(thread, ct)).FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))
        : team.Group is { } group
            && (await In(group, ct)).FirstOrDefault(one => string.Equals(one.DisplayName, name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? RoomOf(found)
            : null;

    /// <summary>A new one, under the first name that is free.</summary>
    /// <param name="tries">How many names are tried that are free by what shows.</param>
    /// <param name="mark">How its description begins and no other, where one may be there whose answer was lost; null: none is.</param>
    /// <returns>Null: no team has space, Teams doesn't allow it, or no name is free.</returns>
    public async Task<Room?> Open(string name, string description, string? mark, int tries, CancellationToken ct)
    {
        foreach (var team in await teams.All(ct))
            if (team.Group is { } group && await Open(group, name, description, mark, tries, ct) is { } room)
                return room;
        return null;
    }

    /// <returns>Null: it is gone.</returns>
    public async Task<Room?> Again(Room room, CancellationToken ct)
    {
        var group = await GroupOf(room.Id, ct);
        try
        {
            var channel = await graph.Ask("a channel", (one, limited) => one.Teams[group].Channels[room.Id].GetAsync(
                ask => ask.QueryParameters.Select = ["id", "displayName", "isArchived"], limited), ct);
            if (channel?.IsArchived == true)
                await graph.Do("a channel out of the archive", (one, limited) => one.Teams[group].Channels[room.Id].Unarchive.PostAsync(cancellationToken: limited), ct);
            return room with { Name = channel?.DisplayName ?? room.Name };
        }
        catch (ChatRefusedException no) when (TeamsException.StatusIn(no) is 404)
        {
            return null;
        }
    }

    /// <param name="name">Null: it stays.</param>
    /// <returns>Under the name it has now, which is the next free one.</returns>
    public async Task<Room> Describe(Room room, string? name, string description, CancellationToken ct)
    {
        var group = await GroupOf(room.Id, ct);
        if (name is not null)
        {
            var all = await In(group, ct);
            var others = Taken(all.Where(one => one.Id != room.Id));
            var now = all.FirstOrDefault(one => one.Id == room.Id)?.DisplayName;
            name = Bears(now, name) ? now : ChannelNames.Candidates(name).First(one => !others.Contains(one));
        }
        await graph.Do("a channel's name", (one, limited) => one.Teams[group].Channels[room.Id].PatchAsync(
            name is null ? new() { Description = description } : new() { DisplayName = name, Description = description },
            cancellationToken: limited), ct);
        return room with { Name = name ?? room.Name };
    }

    public async Task Archive(string channel, CancellationToken ct)
    {
        var group = await GroupOf(channel, ct);
        await graph.Do("a channel's archive", (one, limited) => one.Teams[group].Channels[channel].Archive.PostAsync(new(), cancellationToken: limited), ct);
    }

    /// <summary>Just opened, so that a part of Teams may not know it yet.</summary>
    public async Task<bool> IsYoung(string channel, CancellationToken ct) =>
        await notes.Read($"opened:{TeamsIds.ChannelOf(channel)}", ct) is { } at
        && long.TryParse(at, CultureInfo.InvariantCulture, out var opened)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(opened) < Young;

    /// <summary>The team that a channel is of, as Graph knows it.</summary>
    /// <exception cref="ChatRefusedException">Nobody knows.</exception>
    public async Task<string> GroupOf(string channel, CancellationToken ct) =>
        await notes.Read($"of:{TeamsIds.ChannelOf(channel)}", ct)
        ?? (await teams.All(ct)).Select(one => one.Group).FirstOrDefault(one => one is not null)
        ?? throw new ChatRefusedException("Teams doesn't say which team the channel is in. Set Teams:TeamId to the team's group id.");

    async Task<Room?> Open(string group, string name, string description, string? mark, int tries, CancellationToken ct)
    {
        try
        {
            var all = await In(group, ct, described: mark is not null);
            if (mark is not null && all.FirstOrDefault(one => one.Description?.StartsWith(mark, StringComparison.Ordinal) == true) is { } own)
                return await Noted(own, group, ct);
            if (all.Count >= Many)
                return null;
            var taken = Taken(all);
            foreach (var free in ChannelNames.Candidates(name).Where(one => !taken.Contains(one)).Take(tries))
                if (await New(group, free, description, ct) is { } made)
                    return await Noted(made, group, ct);
            return null;
        }
        catch (ChatRefusedException no) when (TeamsException.StatusIn(no) is 403)
        {
            // It isn't allowed here, or the team is full of channels that are deleted and still count.
            return null;
        }
    }

    /// <returns>Null: somebody has the name, maybe a channel that was deleted and doesn't show.</returns>
    async Task<Graph.Channel?> New(string group, string name, string description, CancellationToken ct)
    {
        try
        {
            return await graph.Ask("a new channel", (one, limited) => one.Teams[group].Channels.PostAsync(
                new() { DisplayName = name, Description = description, MembershipType = Graph.ChannelMembershipType.Standard },
                cancellationToken: limited), ct);
        }
        catch (ChatRefusedException no) when (TeamsException.StatusIn(no) is 400 or 409)
        {
            return null;
        }
    }

    /// <param name="described">A thousand descriptions are a long answer.</param>
    async Task<IReadOnlyList<Graph.Channel>> In(string group, CancellationToken ct, bool described = false) => (await graph.Ask(
        "its channels", (one, limited) => one.Teams[group].Channels.GetAsync(
            ask => ask.QueryParameters.Select = described ? ["id", "displayName", "description"] : ["id", "displayName"], limited), ct))?.Value ?? [];

    async Task<Room> Noted(Graph.Channel channel, string group, CancellationToken ct)
    {
        await notes.Write($"of:{channel.Id}", group, null, ct);
        await notes.Write($"opened:{channel.Id}", $"{clock.GetUtcNow().ToUnixTimeMilliseconds()}", TimeSpan.FromDays(1), ct);
        return RoomOf(channel);
    }

    static Room RoomOf(Graph.Channel channel) => new(TeamsIds.Platform, channel.Id!, channel.DisplayName ?? "");

    static HashSet<string> Taken(IEnumerable<Graph.Channel> channels) =>
        new(channels.Select(one => one.DisplayName ?? "General"), StringComparer.OrdinalIgnoreCase);

    /// <summary>It is called that, or what that became because others had it.</summary>
    static bool Bears(string? has, string name) => has is not null && ChannelNames.Candidates(name).Take(50).Contains(has);
}
