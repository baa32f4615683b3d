using IncidentBot.Chat;

namespace IncidentBot.Jobs;

/// <summary>The chat platforms that are switched on, by name, each behind a guard of its own.</summary>
public sealed class Platforms(IEnumerable<IChatPlatform> platforms, TimeProvider clock)
{
    public IReadOnlyList<GuardedPlatform> All { get; } =
        [.. platforms.Select(platform => new GuardedPlatform(platform, new(clock), clock))];

    /// <exception cref="ChatRefusedException">It was switched off since.</exception>
    public IChatPlatform Named(string name) =>
        All.FirstOrDefault(platform => platform.Name == name) ?? throw new ChatRefusedException($"{name} is not switched on.");

    /// <inheritdoc cref="Named"/>
    public IChatPlatform Of(Room room) => Named(room.Platform);

    /// <summary>What people call it, also when it was switched off since.</summary>
    public string LabelOf(Room room) => All.FirstOrDefault(platform => platform.Name == room.Platform)?.Label ?? room.Platform;

    /// <summary>A direct message on the first platform that takes it.</summary>
    /// <returns>False when the person has no account anywhere.</returns>
    /// <exception cref="ChatUnavailableException">None takes it now.</exception>
    public async Task<bool> Tell(Person who, Card what, string key, CancellationToken ct)
    {
        Exception? failure = null;
        foreach (var platform in All)
        {
            try
            {
                if (await platform.DirectRoom(who, ct) is not { } room)
                    continue;
                await platform.Post(room, what, key, ct);
                return true;
            }
            catch (ChatUnavailableException later)
            {
                failure = later;
            }
            catch (ChatRefusedException never)
            {
                failure ??= never;
            }
        }
        return failure is null ? false : throw failure;
    }
}
