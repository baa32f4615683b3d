using IncidentBot.Chat;
using IncidentBot.Teams.Outgoing;

namespace IncidentBot.Teams;

/// <summary>Microsoft Teams as a chat platform: what the bot says and does there.</summary>
public sealed class TeamsPlatform(Places places, Furnishing furnishing, Invitations invitations, Posts posts, History history)
    : IChatPlatform, ITalkHistory
{
    public string Name => TeamsIds.Platform;

    public string Label => "Microsoft Teams";

    public Task<Room> AnnounceRoom(CancellationToken ct) => places.Announce.Find(ct);

    public Task<Room?> DirectRoom(Person person, CancellationToken ct) => places.Direct.With(person, ct);

    public Task<Room> OpenRoom(RoomPlan plan, CancellationToken ct) => places.Own.Open(plan, ct);

    public Task<Room> Furnish(Room room, RoomPlan plan, CancellationToken ct) => furnishing.Furnish(room, plan, ct);

    public Task Archive(Room room, CancellationToken ct) => furnishing.Archive(room, ct);

    public Task Invite(Room room, IReadOnlyList<Person> people, CancellationToken ct) => invitations.Bring(room, people, ct);

    public Task<MessageRef> Post(Room room, Card card, string key, CancellationToken ct) => posts.Post(room, card, key, ct);

    public Task Update(MessageRef message, Card card, int version, CancellationToken ct) =>
        posts.Update(message, card, version, ct);

    public Task<Recollected> Since(Room room, DateTimeOffset since, DateTimeOffset? until, bool whole, CancellationToken ct) =>
        history.Since(room, since, until, ct);

    /// <remarks>Graph says it with the message itself.</remarks>
    public Task<Uri?> AddressOf(Room room, string message, CancellationToken ct) => Task.FromResult<Uri?>(null);

    /// <remarks>Graph itself says what is gone.</remarks>
    public Task<bool> Has(Room room, string message, CancellationToken ct) => Task.FromResult(true);

    /// <remarks>No bot can pin in a channel; the card is its first message. In the chats of private incidents neither.</remarks>
    public Task Pin(MessageRef message, CancellationToken ct) => Task.CompletedTask;
}
