using IncidentBot.Chat;

namespace IncidentBot.Jobs;

/// <summary>The chat platforms that are switched on, by name.</summary>
public sealed class Platforms(IEnumerable<IChatPlatform> platforms)
{
    public IReadOnlyList<IChatPlatform> All { get; } = [.. platforms];

    /// <exception cref="ChatRefusedException">It was switched off since.</exception>
    public IChatPlatform Named(string name) =>
        All.FirstOrDefault(platform => platform.Name == name) ?? throw new ChatRefusedException($"{name} is not switched on.");

    /// <inheritdoc cref="Named"/>
    public IChatPlatform Of(Room room) => Named(room.Platform);
}
