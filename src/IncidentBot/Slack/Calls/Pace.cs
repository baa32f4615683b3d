using IncidentBot.Chat;

namespace IncidentBot.Slack.Calls;

/// <summary>
/// Keeps to Slack's rates: one message a second in a channel after a short burst, as long a silence as Slack asks for, and
/// from then on the method's tier.
/// </summary>
/// <remarks>
/// A tier is a floor ("50+ a minute"), so nobody waits for it before Slack has said that it is too much. What is more urgent
/// finds something left in every bucket: pages never wait for updates. https://docs.slack.dev/apis/web-api/rate-limits
/// </remarks>
public sealed class Pace(TimeProvider clock)
{
    const int Burst = 3;
    const int Remembered = 1000;
    static readonly TimeSpan Wary = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Each = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Longer waits are the outbox's: what waits there is drawn anew when its turn comes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    readonly Lock gate = new();
    readonly Dictionary<string, Bucket> channels = [];
    readonly Dictionary<(string Method, string Channel), DateTimeOffset> silences = [];
    readonly Dictionary<string, Throttle> methods = [];
    readonly HashSet<string> awaited = [];
    readonly Dictionary<string, DateTimeOffset> promised = [];

    /// <summary>How many channels are remembered.</summary>
    internal int Channels => channels.Count;

    /// <summary>Returns when the call may be made.</summary>
    /// <param name="channel">Null where the call is about none.</param>
    /// <exception cref="ChatUnavailableException">Not so soon; says when.</exception>
    public async Task Enter(Method method, string? channel, CancellationToken ct)
    {
        var (urgency, waited, first) = (InHand.Urgency, TimeSpan.Zero, false);
        try
        {
            while (Ask(method, channel, urgency) is { Ticks: > 0 } wait)
            {
                waited += wait;
                if (waited > Patience)
                    throw new ChatUnavailableException("Slack limits how fast it may be called.", wait);
                if (!first && urgency > Urgency.Escalation && channel is not null && !(first = Awaits(channel)))
                    throw new ChatUnavailableException("Others wait for the same channel in Slack.", Promise(channel, wait));
                await Task.Delay(wait, clock, ct);
            }
        }
        finally
        {
            if (first)
                lock (gate)
                    awaited.Remove(channel!);
        }
    }

    /// <summary>One waits for a channel that all incidents share; if all of them did, they would hold up all other channels.</summary>
    bool Awaits(string channel)
    {
        lock (gate)
            return awaited.Add(channel);
    }

    /// <summary>Slack said 429.</summary>
    public void Limited(Method method, string? channel, TimeSpan retryAfter)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var throttle = methods.GetValueOrDefault(method.Name) ?? (methods[method.Name] = new(method, clock));
            throttle.WaryUntil = now + retryAfter + Wary;
            Forget(now);
            // It doesn't say whether it means the channel or everything. Where two are limited it probably means everything.
            if (channel is null)
                throttle.SilentUntil = now + retryAfter;
            else if (silences.Keys.Any(one => one.Method == method.Name && one.Channel != channel))
                throttle.ProbablySilentUntil = now + retryAfter;
            if (channel is not null)
                silences[(method.Name, channel)] = now + retryAfter;
        }
    }

    /// <returns>Zero: go ahead, and it is counted.</returns>
    TimeSpan Ask(Method method, string? channel, Urgency urgency)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var silence = channel is null ? TimeSpan.Zero : silences.GetValueOrDefault((method.Name, channel)) - now;
            var throttle = methods.GetValueOrDefault(method.Name);
            var talk = method.Talks && channel is not null ? ChannelOf(channel) : null;
            var floor = throttle?.WaryUntil > now ? throttle.Floor : null;
            var leave = (int)urgency / 2;
            TimeSpan[] waits =
            [
                silence, (throttle?.SilentUntil ?? now) - now, talk?.Ask(leave) ?? default, floor?.Ask(leave) ?? default,
                // A guess is no reason to keep back a page.
                urgency > Urgency.Escalation ? (throttle?.ProbablySilentUntil ?? now) - now : default,
            ];
            if (waits.Max() is { Ticks: > 0 } longest)
                return longest;
            talk?.Take();
            floor?.Take();
            return TimeSpan.Zero;
        }
    }

    /// <summary>Each comes back at a time of its own, so that a hundred of them don't ask a hundred times a second.</summary>
    TimeSpan Promise(string channel, TimeSpan wait)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var (past, _) in promised.Where(one => one.Value <= now).ToArray())
                promised.Remove(past);
            var earliest = now + wait;
            var behind = promised.GetValueOrDefault(channel);
            var until = (behind > earliest ? behind : earliest) + Each;
            promised[channel] = until < now + Longest ? until : now + Longest;
            return promised[channel] - now;
        }
    }

    Bucket ChannelOf(string channel)
    {
        if (channels.Count >= Remembered)
            foreach (var (idle, _) in channels.Where(one => one.Value.Full).ToArray())
                channels.Remove(idle);
        return channels.GetValueOrDefault(channel) ?? (channels[channel] = new(1, Burst, clock));
    }

    void Forget(DateTimeOffset now)
    {
        foreach (var (over, _) in silences.Where(one => one.Value <= now).ToArray())
            silences.Remove(over);
    }

    sealed class Throttle(Method method, TimeProvider clock)
    {
        public Bucket Floor { get; } = new(method.PerMinute / 60.0, Math.Max(2, method.PerMinute / 10), clock);
        public DateTimeOffset WaryUntil { get; set; }
        public DateTimeOffset SilentUntil { get; set; }
        public DateTimeOffset ProbablySilentUntil { get; set; }
    }
}
