using Hangfire;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Jobs;

/// <summary>
/// Compares the rooms of open incidents with what the platforms remember of them, and makes good what nobody heard: the bot
/// was down, or what a platform told it got lost. Nothing is heard twice.
/// </summary>
/// <remarks>
/// Without arguments; it may run twice. Not tried again when it fails: the next time comes by itself. Only so much is asked
/// for at a time, whichever room has waited longest first, so that many incidents don't use up what a platform allows.
/// </remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed partial class Recollection(Platforms platforms, Rounds rounds, Comparison comparison, ILogger<Recollection> log)
{
    /// <summary>Of one platform in one go.</summary>
    const int MostCalls = 60;

    public async Task ReadUp(CancellationToken ct)
    {
        InHand.Urgency = Urgency.Digest;
        foreach (var platform in platforms.All.Where(one => one.Remembers))
            await ReadUp(platform, ct);
    }

    /// <summary>Compares all of one room, before it can't be any more; what its platform never tells is left.</summary>
    /// <exception cref="ChatUnavailableException">It may be told later.</exception>
    public async Task ReadAll(Room room, Incident incident, CancellationToken ct)
    {
        if (platforms.All.FirstOrDefault(one => one.Name == room.Platform) is not { Remembers: true } platform
            || await rounds.Opened(room, incident, ct) is not { } since)
            return;
        try
        {
            for (var span = new Span(since, null, true); ;)
            {
                var (seen, isDone) = await comparison.Make(room, span, platform, ct);
                if (!isDone)
                    throw new ChatUnavailableException("Somebody did something meanwhile; it is compared anew.");
                if (seen.From <= span.From)
                    return;
                span = new(since, seen.From, true);
            }
        }
        catch (ChatRefusedException no)
        {
            NotTold(platform.Name, room.Id, no.Message);
        }
    }

    async Task ReadUp(GuardedPlatform platform, CancellationToken ct)
    {
        var left = MostCalls;
        foreach (var round in await rounds.Due(platform.Name, ct))
            try
            {
                left -= await ReadUp(round, platform, ct);
                if (left <= 0)
                    return;
            }
            catch (ChatRefusedException no)
            {
                NotTold(platform.Name, round.Room.Id, no.Message);
                await rounds.Write(round.InVain(), ct);
            }
            catch (ChatUnavailableException later)
            {
                // What one room isn't told now, the others aren't either.
                NotTold(platform.Name, round.Room.Id, later.Message);
                return;
            }
    }

    async Task<int> ReadUp(Round round, GuardedPlatform platform, CancellationToken ct)
    {
        var calls = 0;
        foreach (var span in round.Spans)
        {
            var (seen, isDone) = await comparison.Make(round.Room, span, platform, ct);
            calls += seen.Calls;
            if (!isDone)
                return calls;
            round = round.After(span, seen.From);
            await rounds.Write(round, ct);
        }
        return calls;
    }

    [LoggerMessage(1204, LogLevel.Information, "{Platform} does not tell what was said in {Room}: {Reason}")]
    partial void NotTold(string platform, string room, string reason);
}
