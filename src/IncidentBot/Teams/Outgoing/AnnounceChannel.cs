using IncidentBot.Chat;

namespace IncidentBot.Teams.Outgoing;

/// <summary>The channel where incidents are announced: the one of the settings, made when there is none, else the team's first.</summary>
public sealed class AnnounceChannel(TeamsSettings settings, HomeTeams teams, Channels channels, TeamsNotes notes, TimeProvider clock)
{
    /// <summary>How long the team's first channel does before another look.</summary>
    static readonly TimeSpan MakeDo = TimeSpan.FromMinutes(10);

    (Room Room, DateTimeOffset Until)? stopgap;

    /// <remarks>Other settings, another note.</remarks>
    string Note => $"announce:{string.Join(',', settings.Teams)}/{settings.AnnounceChannel}";

    public async Task<Room> Find(CancellationToken ct)
    {
        if (TeamsIds.IsChannel(settings.AnnounceChannel))
            return new(TeamsIds.Platform, settings.AnnounceChannel, "incidents");
        if (await notes.Read(Note, ct) is { } id)
            return new(TeamsIds.Platform, id, settings.AnnounceChannel);
        if (stopgap is { } known && known.Until > clock.GetUtcNow())
            return known.Room;
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
        var about = $"Every incident, with its live card, by IncidentBot";
        return await channels.Open(settings.AnnounceChannel, about, mark: null, ct);
    }
}
