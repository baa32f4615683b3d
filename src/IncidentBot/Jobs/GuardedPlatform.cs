using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>A platform with a time limit on every call and a breaker, so that one that hangs or fails holds up nobody else.</summary>
public sealed class GuardedPlatform(IChatPlatform inner, Breaker breaker, TimeProvider clock) : IChatPlatform, ITalkHistory, IFileSource
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Many requests one after the other, for which nobody waits.</summary>
    static readonly TimeSpan Reading = TimeSpan.FromMinutes(2);

    public string Name => inner.Name;

    public string Label => inner.Label;

    public Breaker Breaker => breaker;

    public Task<Room> AnnounceRoom(CancellationToken ct) => Ask(inner.AnnounceRoom, ct);

    public Task<Room?> DirectRoom(Person person, CancellationToken ct) => Ask(one => inner.DirectRoom(person, one), ct);

    public Task<Room> OpenRoom(RoomPlan plan, CancellationToken ct) => Ask(one => inner.OpenRoom(plan, one), ct);

    public Task<Room> Furnish(Room room, RoomPlan plan, CancellationToken ct) => Ask(one => inner.Furnish(room, plan, one), ct);

    public Task Archive(Room room, CancellationToken ct) => Do(one => inner.Archive(room, one), ct);

    public Task Invite(Room room, IReadOnlyList<Person> people, CancellationToken ct) => Do(one => inner.Invite(room, people, one), ct);

    public Task<MessageRef> Post(Room room, Card card, string key, CancellationToken ct) =>
        Ask(one => inner.Post(room, card, key, one), ct);

    public Task Update(MessageRef message, Card card, int version, CancellationToken ct) =>
        Do(one => inner.Update(message, card, version, one), ct);

    public Task Pin(MessageRef message, CancellationToken ct) => Do(one => inner.Pin(message, one), ct);

    /// <summary>Whether it can be asked what was said.</summary>
    public bool Remembers => inner is ITalkHistory;

    public Task<Recollected> Since(Room room, DateTimeOffset since, DateTimeOffset? until, bool whole, CancellationToken ct) =>
        Ask(one => History.Since(room, since, until, whole, one), ct, Reading);

    public Task<bool> Has(Room room, string message, CancellationToken ct) => Ask(one => History.Has(room, message, one), ct);

    public Task<Uri?> AddressOf(Room room, string message, CancellationToken ct) => Ask(one => History.AddressOf(room, message, one), ct);

    public Task<byte[]?> Fetch(Uri address, int most, CancellationToken ct) => inner is IFileSource files
        ? Ask(one => files.Fetch(address, most, one), ct, Reading)
        : throw new ChatRefusedException($"{Label} gives no files away.");

    ITalkHistory History => inner as ITalkHistory ?? throw new ChatRefusedException($"{Name} doesn't tell what was said.");

    Task<bool> Do(Func<CancellationToken, Task> call, CancellationToken ct) => Ask(
        async one =>
        {
            await call(one);
            return true;
        },
        ct);

    async Task<T> Ask<T>(Func<CancellationToken, Task<T>> call, CancellationToken ct, TimeSpan? patience = null)
    {
        ct.ThrowIfCancellationRequested();
        if (breaker.Rest is { Ticks: > 0 } rest)
            throw new ChatUnavailableException($"{Name} keeps failing and gets a moment's rest.", rest);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            // Not every client library heeds a token, so the wait has a limit of its own.
            var result = await call(limit.Token).WaitAsync(patience ?? Patience, clock, ct);
            breaker.Worked();
            return result;
        }
        catch (ChatRefusedException)
        {
            breaker.Worked();       // it answered
            throw;
        }
        catch (ChatUnavailableException asked) when (asked.RetryAfter is not null)
        {
            // It answered, and only asks for time; what else is for it need not wait.
            throw;
        }
        catch (Exception fault) when (fault is ChatUnavailableException or StorageUnavailableException)
        {
            breaker.Failed();
            throw;
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            breaker.Failed();
            await limit.CancelAsync();
            throw new ChatUnavailableException($"{Name} did not answer in time.", inner: fault);
        }
    }
}
