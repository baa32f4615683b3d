using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Outgoing;

/// <summary>The channel where incidents are announced: the one of the settings, made when there is none, else the team's first.</summary>
public sealed class AnnounceChannel(TeamsSettings settings, HomeTeams teams, Channels channels, TeamsNotes notes, TimeProvider clock)
{
    /// <summary>How long the team's first channel does before another look.</summary>
    static readonly TimeSpan MakeDo = TimeSpan.FromMinutes(10);

    readonly Turns turns = new();
    (Room Room, DateTimeOffset Until)? stopgap;

    /// <remarks>Other settings, another note.</remarks>
    string Note => $"announce:{string.Join(',', settings.Teams)}/{settings.AnnounceChannel}";

    public async Task<Room> Find(CancellationToken ct) =>
        await Known(ct) ?? await turns.Take(Note, async () => await Known(ct) ?? await FindAnew(ct), ct);

    async Task<Room?> Known(CancellationToken ct) =>
        TeamsIds.IsChannel(settings.AnnounceChannel) ? new(TeamsIds.Platform, settings.AnnounceChannel, "incidents")
        : await notes.Read(Note, ct) is { } id ? new(TeamsIds.Platform, id, settings.AnnounceChannel)
        : stopgap is { } known && known.Until > clock.GetUtcNow() ? known.Room
        : null;

    async Task<Room> FindAnew(CancellationToken ct)
    {
        if (await Found(ct) is { } found)
        {
            await notes.Write(Note, found.Id, null, ct);
            return found;
        }
        var first = (await teams.All(ct)).Select(one => one.Thread).FirstOrDefault(one => one is not null)
            ?? throw new ChatRefusedException(
                $"There is no channel {settings.AnnounceChannel} in Teams, and Graph doesn't allow to make one. Make it, or see docs/teams.md.");
        stopgap = (new(TeamsIds.Platform, first, "General"), clock.GetUtcNow() + MakeDo);
        return stopgap.Value.Room;
    }

    /// <summary>It can't be used any more; another one is looked for when it is needed.</summary>
    /// <returns>Whether it was this one.</returns>
    public async Task<bool> Lost(string channel, CancellationToken ct)
    {
        if (stopgap?.Room.Id == channel)
            stopgap = null;
        if (await notes.Read(Note, ct) != channel)
            return false;
        await notes.Erase(Note, ct);
        return true;
    }

    async Task<Room?> Found(CancellationToken ct)
    {
        var about = $"Every incident, with its live card, by IncidentBot";
        // Another node may have made it meanwhile.
        return await There(ct) ?? await channels.Open(settings.AnnounceChannel, about, mark: null, tries: 1, ct) ?? await There(ct);
    }

    async Task<Room?> There(CancellationToken ct)
    {
        foreach (var team in await teams.All(ct))
            try
            {
                if (await channels.Called(settings.AnnounceChannel, team, ct) is { } room)
                    return room;
            }
            catch (ChatRefusedException)
            {
                // It doesn't show its channels; making one tells whether it is there.
            }
        return null;
    }
}
