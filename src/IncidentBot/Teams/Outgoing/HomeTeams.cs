using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Outgoing;

/// <summary>A team that incidents get their channels in.</summary>
/// <param name="Group">As Graph knows it; null: nobody said yet.</param>
/// <param name="Thread">As the Connector knows it, "19:…", which is its first channel too; null: nobody said yet.</param>
public sealed record HomeTeam(string? Group, string? Thread);

/// <summary>The teams of the settings, else the one that the app was added to last.</summary>
/// <remarks>A team has two names, and each side of Teams knows another one; both are noted once they are known.</remarks>
public sealed class HomeTeams(TeamsSettings settings, TeamsApi api, GraphApi graph, TeamsNotes notes)
{
    const string Added = "team added";

    /// <summary>In the order they are filled.</summary>
    /// <exception cref="ChatRefusedException">There is none.</exception>
    public async Task<IReadOnlyList<HomeTeam>> All(CancellationToken ct)
    {
        var ids = settings.Teams.Count > 0 ? settings.Teams
            : await notes.Read(Added, ct) is { } last ? [last]
            : throw new ChatRefusedException("The bot is in no team. Add the app to one, or set Teams:TeamId.");
        var teams = new List<HomeTeam>();
        foreach (var id in ids)
            teams.Add(id.StartsWith("19:", StringComparison.Ordinal) ? new(await GroupOf(id, ct), id) : new(id, await ThreadOf(id, ct)));
        return teams;
    }

    /// <summary>The app was added to a team, or heard from in one.</summary>
    /// <param name="group">Where the activity said it.</param>
    public async Task Met(string thread, string? group, CancellationToken ct)
    {
        if (settings.Teams.Count == 0 && await notes.Read(Added, ct) is null)
            await notes.Write(Added, thread, null, ct);
        if (group is not null && await notes.Read($"group:{thread}", ct) != group)
            await Note(thread, group, ct);
    }

    /// <summary>The app was added to this team just now.</summary>
    public async Task Joined(string thread, string? group, CancellationToken ct)
    {
        await notes.Write(Added, thread, null, ct);
        await Met(thread, group, ct);
    }

    /// <summary>The app was taken out of it.</summary>
    public async Task Left(string thread, CancellationToken ct)
    {
        if (await notes.Read(Added, ct) == thread)
            await notes.Erase(Added, ct);
    }

    /// <returns>Null: it can't be found out.</returns>
    public async Task<string?> GroupOf(string thread, CancellationToken ct)
    {
        if (await notes.Read($"group:{thread}", ct) is { } known)
            return known;
        try
        {
            if ((await api.Team(thread, ct)).TextOrNull("aadGroupId") is not { } group)
                return null;
            await Note(thread, group, ct);
            return group;
        }
        catch (ChatRefusedException)
        {
            return null;
        }
    }

    async Task<string?> ThreadOf(string group, CancellationToken ct)
    {
        if (await notes.Read($"thread:{group}", ct) is { } known)
            return known;
        try
        {
            var team = await graph.Ask(
                "a team", (one, limited) => one.Teams[group].GetAsync(ask => ask.QueryParameters.Select = ["id", "internalId"], limited), ct);
            if (team?.InternalId is not { } thread)
                return null;
            await Note(thread, group, ct);
            return thread;
        }
        catch (ChatRefusedException)
        {
            return null;
        }
    }

    async Task Note(string thread, string group, CancellationToken ct)
    {
        await notes.Write($"group:{thread}", group, null, ct);
        await notes.Write($"thread:{group}", thread, null, ct);
    }
}
