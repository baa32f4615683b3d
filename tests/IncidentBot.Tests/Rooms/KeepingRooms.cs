using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Storage;
using IncidentBot.Support;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace IncidentBot.Rooms;

/// <summary>The platform of the room on the web over a real database.</summary>
public sealed class KeepingRooms
{
    static readonly Person Ada = new("room:ada", "Ada");
    static readonly Person Grace = new("room:grace", "Grace");
    static readonly Person Kofi = new("slack:kofi", "Kofi");
    static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task opens_one_room_for_one_plan(string kind)
    {
        var (platform, _) = await On(kind);
        var plan = new RoomPlan("inc-1", "inc-1-checkout-is-down", "topic", Private: false);

        var rooms = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => platform.OpenRoom(plan, None)));

        Assert.Single(rooms.Distinct());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task takes_the_next_free_name_when_another_room_has_it(string kind)
    {
        var (platform, _) = await On(kind);

        var names = new List<string>();
        foreach (var key in new[] { "a", "b", "c" })
            names.Add((await platform.OpenRoom(new(key, "Checkout: is DOWN!", "", Private: false), None)).Name);

        Assert.Equal(["checkout-is-down", "checkout-is-down-2", "checkout-is-down-3"], names);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task renames_a_room_with_its_plan_and_keeps_its_name_when_nothing_changed(string kind)
    {
        var (platform, _) = await On(kind);
        await platform.OpenRoom(new("a", "api", "", Private: false), None);
        var second = await platform.OpenRoom(new("b", "api", "", Private: false), None);

        Assert.Equal("api-2", (await platform.Furnish(second, new("b", "api", "new topic", Private: false), None)).Name);
        Assert.Equal("web", (await platform.Furnish(second, new("b", "web", "new topic", Private: false), None)).Name);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task posts_one_message_for_one_key(string kind)
    {
        var (platform, store) = await On(kind);
        var room = await platform.AnnounceRoom(None);

        var posted = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            number => platform.Post(room, new($"card {number}"), "key", None)));
        await platform.Post(await platform.OpenRoom(new("a", "other", "", Private: false), None), new($"elsewhere"), "key", None);

        Assert.Single(posted.Distinct());
        Assert.Single(await store.After(room.Id, 0, 100, None));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task never_shows_an_older_version_again(string kind)
    {
        var (platform, store) = await On(kind);
        var room = await platform.AnnounceRoom(None);
        var message = await platform.Post(room, new($"version 1"), "key", None);

        await platform.Update(message, new($"version 7"), 7, None);
        await platform.Update(message, new($"version 6"), 6, None);
        await platform.Update(message, new($"version 7 again"), 7, None);

        Assert.Equal("version 7", $"{(await store.After(room.Id, 0, 100, None)).Single().Card!.Title}");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task keeps_a_message_in_its_place_when_it_is_edited(string kind)
    {
        var (platform, store) = await On(kind);
        var room = await platform.AnnounceRoom(None);
        var first = await platform.Post(room, new($"first"), "1", None);
        await platform.Post(room, new($"second"), "2", None);
        var seen = (await store.Find(room.Id, None))!.Revision;

        await platform.Update(first, new($"first, edited"), 2, None);

        Assert.Equal(["first, edited"], (await store.After(room.Id, seen, 100, None)).Select(one => $"{one.Card!.Title}"));
        Assert.Equal(
            ["first, edited", "second"],
            (await store.Before(room.Id, long.MaxValue, 100, None)).Select(one => $"{one.Card!.Title}"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task lets_a_reader_that_asks_for_what_came_after_miss_nothing(string kind)
    {
        var (platform, store) = await On(kind);
        var room = await platform.AnnounceRoom(None);
        const int Writers = 8, Each = 10;
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var number = 0; number < Each; number++)
                await store.Post(room.Id, $"{writer}/{number}", Ada, $"{writer}/{number}", null, None);
        }));

        var (seen, read) = (0L, new List<string>());
        while (read.Count < Writers * Each && (!writing.IsCompleted || (await store.After(room.Id, seen, 1, None)).Count > 0))
            foreach (var message in await store.After(room.Id, seen, 100, None))
            {
                read.Add(message.Words!);
                seen = message.Revision;
            }
        await writing;

        Assert.Equal(Writers * Each, read.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task hides_a_private_room_from_those_who_are_not_in_it(string kind)
    {
        var (platform, store) = await On(kind);
        var room = await platform.OpenRoom(new("secret", "breach", "", Private: true), None);
        await platform.Invite(room, [Ada], None);
        await platform.Invite(room, [Ada], None);

        Assert.Contains(await store.SeenBy(Ada, None), one => one.Id == room.Id);
        Assert.NotNull(await store.Find(room.Id, Ada, None));
        Assert.DoesNotContain(await store.SeenBy(Grace, None), one => one.Id == room.Id);
        Assert.Null(await store.Find(room.Id, Grace, None));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task hides_a_room_that_becomes_private(string kind)
    {
        var (platform, store) = await On(kind);
        var plan = new RoomPlan("a", "breach", "", Private: false);
        var room = await platform.OpenRoom(plan, None);
        Assert.NotNull(await store.Find(room.Id, Grace, None));

        await platform.Furnish(room, plan with { Private = true }, None);

        Assert.Null(await store.Find(room.Id, Grace, None));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task gives_everybody_one_room_with_the_bot_that_nobody_else_sees(string kind)
    {
        var (platform, store) = await On(kind);

        var room = (await platform.DirectRoom(Ada, None))!;

        Assert.Equal(room, await platform.DirectRoom(Ada, None));
        Assert.NotNull(await store.Find(room.Id, Ada, None));
        Assert.Null(await store.Find(room.Id, Grace, None));
        Assert.Null(await platform.DirectRoom(Kofi, None));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task keeps_an_archived_room_to_be_read_but_out_of_the_list(string kind)
    {
        var (platform, store) = await On(kind);
        var room = await platform.OpenRoom(new("a", "over", "", Private: false), None);

        await platform.Archive(room, None);
        await platform.Archive(room, None);

        Assert.DoesNotContain(await store.SeenBy(Ada, None), one => one.Id == room.Id);
        Assert.True((await store.Find(room.Id, Ada, None))!.Archived);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task refuses_for_good_what_will_never_be_there(string kind)
    {
        var (platform, _) = await On(kind);
        var gone = new Room("room", "gone", "gone");

        await Assert.ThrowsAsync<ChatRefusedException>(() => platform.Post(gone, new($"card"), "key", None));
        await Assert.ThrowsAsync<ChatRefusedException>(() => platform.Update(new(gone, "m"), new($"card"), 1, None));
        await Assert.ThrowsAsync<ChatRefusedException>(() => platform.Furnish(gone, new("k", "n", "t", false), None));
    }

    static async Task<(RoomPlatform, IRoomStore)> On(string kind)
    {
        var organisation = Mock.Of<ICurrentOrganisation>(one => one.Now == new Organisation());
        var (database, json, clock) = (await TestDatabase.New(kind), new FactJson(organisation), new FakeTimeProvider());
        var store = new RoomStore(database, json, new(database, new(database, json, clock, new())), new(), clock);
        return (new(store, organisation), store);
    }
}
