using System.Collections.Concurrent;
using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.People;

/// <summary>What Slack tells about people, kept for an hour and renewed when it says that something changed.</summary>
public sealed class Profiles(SlackApi api, Workspace workspace, TimeProvider clock)
{
    const int Most = 20_000;
    static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Somebody waits for an answer; what comes later is there the next time.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<string, (Profile Profile, DateTimeOffset At)> known = [];
    readonly ConcurrentDictionary<string, Lazy<Task<Profile?>>> asked = [];

    /// <returns>Null: Slack doesn't say, or not in time.</returns>
    public async Task<Profile?> Of(string id, CancellationToken ct)
    {
        if (known.TryGetValue(id, out var kept) && clock.GetUtcNow() - kept.At < Fresh)
            return kept.Profile;
        try
        {
            // Several may wait for the same answer, which no one of them may give up for all.
            return await asked.GetOrAdd(id, one => new(() => Ask(one))).Value.WaitAsync(Patience, clock, ct);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>The same for what can wait until Slack says it.</summary>
    /// <returns>Null: Slack knows nobody of that id.</returns>
    /// <exception cref="ChatUnavailableException">Slack can't be asked now.</exception>
    public async Task<Profile?> Surely(string id, CancellationToken ct)
    {
        if (known.TryGetValue(id, out var kept) && clock.GetUtcNow() - kept.At < Fresh)
            return kept.Profile;
        try
        {
            return await Kept((await api.Call("users.info", new { user = id }, ct)).At("user"), ct)
                ?? throw new ChatUnavailableException("It is not known yet which workspace this is.");
        }
        catch (ChatRefusedException)
        {
            return null;
        }
    }

    /// <returns>Null: nobody in Slack has that address.</returns>
    /// <exception cref="ChatUnavailableException">Slack can't be asked now.</exception>
    public async Task<Profile?> By(string mail, CancellationToken ct)
    {
        try
        {
            return await Kept((await api.Call("users.lookupByEmail", new { email = mail }, ct)).At("user"), ct);
        }
        catch (ChatRefusedException)
        {
            return null;
        }
    }

    public void Learn(JsonElement user)
    {
        if (workspace.Known is { } home && user.TextOrNull("id") is not null)
            Keep(Profile.Of(user, home));
    }

    /// <summary>As far as a request itself says it.</summary>
    public Standing StandingOf(Sender by) =>
        by.Team is { } team && workspace.Known is { } home && team != home.Team ? Standing.Stranger : Standing.Member;

    async Task<Profile?> Ask(string id)
    {
        try
        {
            return await Kept((await api.Call("users.info", new { user = id }, CancellationToken.None)).At("user"), CancellationToken.None);
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

    async Task<Profile?> Kept(JsonElement user, CancellationToken ct) =>
        await workspace.Home(ct) is { } home ? Keep(Profile.Of(user, home)) : null;

    Profile Keep(Profile profile)
    {
        if (known.Count >= Most)
            known.Clear();
        known[profile.Id] = (profile, clock.GetUtcNow());
        return profile;
    }
}
