using IncidentBot.Chat;

namespace IncidentBot.Jobs;

/// <summary>Lets a platform that fails rest a little, so that it costs the others no time; one try tells when it is back.</summary>
/// <remarks>The rest is short, because a page may be waiting for the platform to come back.</remarks>
public sealed class Breaker(TimeProvider clock)
{
    const int Trips = 5;
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    readonly Lock gate = new();
    int failures;
    DateTimeOffset until;

    /// <summary>How long nobody should try; zero: go ahead.</summary>
    public TimeSpan Rest
    {
        get
        {
            lock (gate)
                return until - clock.GetUtcNow() is { Ticks: > 0 } rest ? rest : TimeSpan.Zero;
        }
    }

    /// <summary>It failed before and nobody knows yet whether it works again: one try at a time is enough.</summary>
    public bool Doubtful
    {
        get
        {
            lock (gate)
                return failures >= Trips;
        }
    }

    public void Failed()
    {
        lock (gate)
        {
            failures++;
            if (failures >= Trips)
                until = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(failures - Trips + 1, Longest.TotalSeconds));
        }
    }

    public void Worked()
    {
        lock (gate)
            (failures, until) = (0, default);
    }

    /// <summary>Does it, and remembers whether what it leans on was there.</summary>
    public async Task<T> Try<T>(Func<Task<T>> act)
    {
        try
        {
            var done = await act();
            Worked();
            return done;
        }
        catch (ChatRefusedException)
        {
            // It answered, so it is there.
            Worked();
            throw;
        }
        catch (ChatUnavailableException)
        {
            Failed();
            throw;
        }
    }
}
