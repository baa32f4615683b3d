namespace IncidentBot.Storage;

/// <summary>Instants as the tables hold them: Unix milliseconds.</summary>
static class Instant
{
    public static long Stored(this DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public static DateTimeOffset Read(long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored);

    public static long NowStored(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
