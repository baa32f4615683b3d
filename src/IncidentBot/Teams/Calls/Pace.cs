using IncidentBot.Chat;

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
    readonly Quota all = new(Everything, clock);
    readonly Dictionary<string, Quota> conversations = [];
    readonly Dictionary<string, DateTimeOffset> silences = [];

    /// <summary>How many conversations are remembered.</summary>
    internal int Conversations => conversations.Count;

    /// <summary>Returns when the call may be made.</summary>
    /// <param name="conversation">Null where the call is about none.</param>
    /// <exception cref="ChatUnavailableException">Not so soon; says when.</exception>
    public async Task Enter(string? conversation, CancellationToken ct)
    {
        var (place, urgency, waited) = (PlaceOf(conversation), InHand.Urgency, TimeSpan.Zero);
        while (Ask(place, urgency) is { Ticks: > 0 } wait)
        {
            waited += wait;
            if (waited > Patience)
                throw new ChatUnavailableException("Teams limits how fast it may be called.", wait);
            await Task.Delay(wait, clock, ct);
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

    /// <returns>Zero: go ahead, and it is counted.</returns>
    TimeSpan Ask(string? conversation, Urgency urgency)
    {
        lock (gate)
        {
            var (now, leave) = (clock.GetUtcNow(), (int)urgency / 2);
            var talk = conversation is null ? null : QuotaOf(conversation);
            TimeSpan[] waits =
            [
                silences.GetValueOrDefault(conversation ?? "") - now, talk?.Ask(leave) ?? default,
                // Many conversations share it, so that more of it is kept back.
                all.Ask(leave * 5),
            ];
            if (waits.Max() is { Ticks: > 0 } longest)
                return longest;
            talk?.Take();
            all.Take();
            return TimeSpan.Zero;
        }
    }

    static string? PlaceOf(string? conversation) => conversation is null ? null : TeamsIds.ChannelOf(conversation);

    Quota QuotaOf(string conversation)
    {
        if (conversations.Count >= Remembered)
            foreach (var (idle, _) in conversations.Where(one => one.Value.Idle).ToArray())
                conversations.Remove(idle);
        return conversations.GetValueOrDefault(conversation) ?? (conversations[conversation] = new(Conversation, clock));
    }
}
