using System.Collections.Concurrent;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Teams.People;

/// <summary>What Teams tells about people, kept for an hour.</summary>
public sealed class Profiles(TeamsApi api, TeamsSettings settings, TimeProvider clock)
{
    const int Most = 20_000;
    static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Somebody waits for an answer; what comes later is there the next time.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<string, (Profile Profile, DateTimeOffset At)> known = [];
    readonly ConcurrentDictionary<string, Lazy<Task<Profile?>>> asked = [];

    /// <param name="conversation">Where they are.</param>
    /// <returns>Null: Teams doesn't say, or not in time.</returns>
    public async Task<Profile?> Of(Sender who, string conversation)
    {
        if (known.TryGetValue(who.Id, out var kept) && clock.GetUtcNow() - kept.At < Fresh)
            return kept.Profile;
        try
        {
            // Several may wait for the same answer, which no one of them may give up for all.
            return await asked.GetOrAdd(who.Id, one => new(() => Ask(one, TeamsIds.ChannelOf(conversation)))).Value.WaitAsync(Patience, clock, default);
        }
        catch (TimeoutException)
        {
            return kept.Profile;
        }
    }

    /// <summary>Somebody came or left: what was known of them may be over.</summary>
    public void Forget(Sender who) => known.TryRemove(who.Id, out _);

    async Task<Profile?> Ask(string id, string conversation)
    {
        try
        {
            var profile = Profile.Of(await api.Member(conversation, id, CancellationToken.None), settings.TenantId);
            if (known.Count >= Most)
                known.Clear();
            known[id] = (profile, clock.GetUtcNow());
            return profile;
        }
        catch (Exception failure) when (failure is ChatUnavailableException or ChatRefusedException)
        {
            return null;
        }
        finally
        {
            asked.TryRemove(id, out _);
        }
    }
}
