using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Calls;

/// <summary>Keeps to Teams' rates, for one conversation and for all of them, and as long a silence as Teams asks for.</summary>
/// <remarks>
/// What is more urgent finds something left: pages never wait for updates. A channel's threads share what it takes.
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
/// </remarks>
public sealed class Pace(TimeProvider clock)
{
    const int Remembered = 1000;

    static readonly Quota.Limit[] Conversation =
    [
        new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)),
        new(1800, TimeSpan.FromHours(1)),
    ];

    static readonly Quota.Limit[] Everything = [new(50, TimeSpan.FromSeconds(1))];

    /// <summary>Longer waits are the outbox's: what waits there is drawn anew when its turn comes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    readonly Lock gate = new();
    readonly Turns turns = new();
    readonly Quota all = new(Everything, clock);
    readonly Dictionary<string, Quota> conversations = [];
    readonly Dictionary<string, DateTimeOffset> silences = [];

    /// <summary>How many conversations are remembered.</summary>
    internal int Conversations => conversations.Count;

    /// <summary>Returns when the call may be made.</summary>
    /// <param name="conversation">Null where the call is about none.</param>
    /// <remarks>Those who wait for the same stand in line: one asks, and the others don't wake up for nothing.</remarks>
    /// <exception cref="ChatUnavailableException">Not so soon; says when.</exception>
    public async Task Enter(string? conversation, CancellationToken ct)
    {
        var (place, urgency, began) = (PlaceOf(conversation), InHand.Urgency, clock.GetTimestamp());
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        var tired = either.Token;
        try
        {
            await turns.Take($"{urgency} {place}", async () =>
            {
                await Pass(() => Ask(place, urgency), began, tired);
                return await turns.Take($"{urgency}", () => Pass(() => AskAll(urgency), began, tired), tired);
            }, tired);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw TooFast(Patience);
        }
    }

    /// <summary>Teams said 429.</summary>
    public void Limited(string? conversation, TimeSpan retryAfter)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var (over, _) in silences.Where(one => one.Value <= now).ToArray())
                silences.Remove(over);
            silences[PlaceOf(conversation) ?? ""] = now + retryAfter;
        }
    }

    async Task<bool> Pass(Func<TimeSpan> ask, long began, CancellationToken tired)
    {
        while (ask() is { Ticks: > 0 } wait)
        {
            if (clock.GetElapsedTime(began) + wait > Patience)
                throw TooFast(wait);
            await Task.Delay(wait, clock, tired);
        }
        return true;
    }

    /// <returns>Zero: the conversation takes it, and it is counted.</returns>
    TimeSpan Ask(string? conversation, Urgency urgency)
    {
        lock (gate)
        {
            var silence = silences.GetValueOrDefault(conversation ?? "") - clock.GetUtcNow();
            if (silence > TimeSpan.Zero)
                return silence;
            return conversation is null ? TimeSpan.Zero : QuotaOf(conversation).Try((int)urgency / 2);
        }
    }

    /// <inheritdoc cref="Ask"/>
    /// <remarks>Many conversations share it, so that more of it is kept back for what is more urgent.</remarks>
    TimeSpan AskAll(Urgency urgency)
    {
        lock (gate)
            return all.Try((int)urgency / 2 * 5);
    }

    static ChatUnavailableException TooFast(TimeSpan wait) => new("Teams limits how fast it may be called.", wait);

    static string? PlaceOf(string? conversation) => conversation is null ? null : TeamsIds.ChannelOf(conversation);

    Quota QuotaOf(string conversation)
    {
        if (conversations.Count >= Remembered)
            foreach (var (idle, _) in conversations.Where(one => one.Value.Idle).ToArray())
                conversations.Remove(idle);
        return conversations.GetValueOrDefault(conversation) ?? (conversations[conversation] = new(Conversation, clock));
    }
}
