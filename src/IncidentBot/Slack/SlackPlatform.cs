using IncidentBot.Chat;
using IncidentBot.Slack.Outgoing;

namespace IncidentBot.Slack;

/// <summary>Slack as a chat platform: what the bot says and does there.</summary>
public sealed class SlackPlatform(Places places, Furnishing furnishing, Invitations invitations, Messages messages)
    : IChatPlatform, ITalkHistory, IFileSource
{
    public string Name => SlackIds.Platform;

    public string Label => "Slack";

    public Task<Room> AnnounceRoom(CancellationToken ct) => places.Announce.Find(ct);

    public Task<Room?> DirectRoom(Person person, CancellationToken ct) => places.Direct.With(person, ct);

    public Task<Room> OpenRoom(RoomPlan plan, CancellationToken ct) => places.Own.Open(plan, ct);

    public Task<Room> Furnish(Room room, RoomPlan plan, CancellationToken ct) => furnishing.Furnish(room, plan, ct);

    public Task Archive(Room room, CancellationToken ct) => furnishing.Archive(room, ct);

    public Task Invite(Room room, IReadOnlyList<Person> people, CancellationToken ct) => invitations.Bring(room, people, ct);

    public Task<MessageRef> Post(Room room, Card card, string key, CancellationToken ct) => messages.Posts.Post(room, card, key, ct);

    public Task Update(MessageRef message, Card card, int version, CancellationToken ct) =>
        messages.Posts.Update(message, card, version, ct);

    public Task Pin(MessageRef message, CancellationToken ct) => messages.Pins.Pin(message, ct);

    public Task<Recollected> Since(Room room, DateTimeOffset since, DateTimeOffset? until, bool whole, CancellationToken ct) =>
        messages.History.Since(room, since, until, whole, ct);

    public Task<bool> Has(Room room, string message, CancellationToken ct) => messages.History.Has(room, message, ct);

    public Task<Uri?> AddressOf(Room room, string message, CancellationToken ct) => messages.History.AddressOf(room, message);

    public Task<byte[]?> Fetch(Uri address, int most, CancellationToken ct) => messages.Files.Fetch(address, most, ct);
}
