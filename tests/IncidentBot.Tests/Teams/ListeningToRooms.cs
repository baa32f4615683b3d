using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams;

/// <summary>What happens in channels and chats without anybody asking the bot.</summary>
public sealed class ListeningToRooms : IAsyncLifetime
{
    const string Chat = "19:chat1@thread.v2";

    readonly Ears ears = new();
    readonly Losable losable = new();
    TeamsBot bot = null!;

    public async Task InitializeAsync() => bot = await TeamsBot.Start(services =>
    {
        losable.In(services);
        services.AddSingleton<IListener>(ears).AddSingleton<IRoomWatch>(ears);
    });

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task hears_what_people_say_to_each_other_and_what_they_take_back()
    {
        await bot.Takes(bot.Message("it is <b>down</b> again", channel: TeamsBot.Channel, id: "1"));
        var changed = bot.Message("it is up", channel: TeamsBot.Channel, id: "1");
        (changed["type"], changed["channelData"]!["eventType"]) = ("messageUpdate", "editMessage");
        await bot.Takes(changed);
        var gone = bot.Activity("messageDelete", channel: TeamsBot.Channel, id: "1");
        gone["channelData"]!["eventType"] = "softDeleteMessage";
        await bot.Takes(gone);

        Assert.Equal(
            [
                $"{TeamsBot.Channel} 1 Ada Lovelace: it is down again", $"{TeamsBot.Channel} 1 it is up",
                $"{TeamsBot.Channel} 1 gone",
            ],
            ears.Heard);
    }

    [Fact]
    public async Task hears_neither_commands_nor_bots()
    {
        await bot.Takes(bot.Mention("help"));
        var other = bot.Message("beep", channel: TeamsBot.Channel);
        other["from"] = new JsonObject { ["id"] = "28:other" };
        await bot.Takes(other);

        Assert.Empty(ears.Heard);
    }

    [Fact]
    public async Task says_the_name_of_whoever_is_mentioned()
    {
        var message = bot.Message("ask <at>Grace</at>", channel: TeamsBot.Channel, id: "2");
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>Grace</at>",
            ["mentioned"] = new JsonObject { ["id"] = "29:grace", ["name"] = "Grace" },
        });
        await bot.Takes(message);

        Assert.Equal([$"{TeamsBot.Channel} 2 Ada Lovelace: ask @Grace Hopper"], ears.Heard);
    }

    [Theory]
    [InlineData("channelRenamed", "renamed inc-1-new")]
    [InlineData("channelDeleted", "Deleted")]
    [InlineData("channelArchived", "Archived")]
    public async Task notices_what_is_done_to_a_channel_by_hand(string what, string noticed)
    {
        await bot.Takes(Channel(what));

        Assert.Equal([$"19:inc1@thread.tacv2 {noticed}"], ears.Noticed);
    }

    [Theory]
    [InlineData("channelCreated")]
    [InlineData("channelShared")]
    [InlineData("teamRenamed")]
    [InlineData("teamArchived")]
    [InlineData("somethingNew")]
    public async Task takes_the_rest_as_it_comes(string what)
    {
        await bot.Takes(Channel(what));
        await bot.Takes(Channel(what));

        Assert.Empty(ears.Noticed);
    }

    [Fact]
    public async Task is_put_out_of_a_chat()
    {
        var gone = InChat(bot.Activity("conversationUpdate"));
        gone["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = FakeTeams.Bot });
        await bot.Takes(gone);

        Assert.Equal([$"{Chat} PutOut"], ears.Noticed);
    }

    [Fact]
    public async Task whoever_comes_into_the_chat_of_an_incident_joins_it_and_leaves_with_it()
    {
        await bot.Takes(InChat(bot.Mention("convert checkout is down")));
        await bot.Takes(InChat(Members("membersAdded", "grace", "guest", "stranger")));
        var joined = $"{(await bot.Web.Read("/api/v1/incidents/INC-1/timeline"))}";
        await bot.Takes(InChat(Members("membersRemoved", "grace")));
        var left = $"{(await bot.Web.Read("/api/v1/incidents/INC-1/timeline"))}";

        Assert.Contains("Grace Hopper joined", joined, StringComparison.Ordinal);
        Assert.Contains("Gus Guest joined", joined, StringComparison.Ordinal);
        Assert.DoesNotContain("Sue Stranger", joined, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper left", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_once_what_it_is_for_wherever_it_is_added()
    {
        var added = bot.Activity("installationUpdate", channel: TeamsBot.Channel);
        added["action"] = "add";
        added["channelData"]!["team"]!["aadGroupId"] = TeamsBot.Group;
        await bot.Takes(added);
        await bot.Teams.Sees("grace", TeamsBot.Channel, "IncidentBot is here");
        var again = added.DeepClone();
        again["id"] = "another";
        await bot.Takes(again);
        await bot.Takes(bot.Message("help"));
        await bot.Teams.Sees("ada", "a:ada", "help");

        Assert.Single(bot.Teams.SeenBy("grace", TeamsBot.Channel));
    }

    [Fact]
    public async Task a_pin_keeps_what_was_said_on_the_timeline_and_taking_it_away_hides_it()
    {
        await bot.Takes(bot.Mention("convert checkout is down"));
        await bot.Takes(bot.Message("the certificate is over", "grace", TeamsBot.Channel, "77"));
        await bot.Takes(Reaction("reactionsAdded", "like"));
        var before = $"{await bot.Web.Read("/api/v1/incidents/INC-1/timeline")}";
        await bot.Takes(Reaction("reactionsAdded", "1f4cc_pushpin"));
        var kept = $"{await bot.Web.Read("/api/v1/incidents/INC-1/timeline")}";
        await bot.Takes(Reaction("reactionsRemoved", "1f4cc_pushpin"));
        var hidden = $"{await bot.Web.Read("/api/v1/incidents/INC-1/timeline")}";

        Assert.DoesNotContain("the certificate is over", before, StringComparison.Ordinal);
        Assert.Contains("the certificate is over", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("the certificate is over", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task one_persons_pin_taken_away_leaves_what_another_has_pinned()
    {
        await bot.Takes(bot.Mention("convert checkout is down"));
        await bot.Takes(bot.Message("the certificate is over", "grace", TeamsBot.Channel, "77"));
        await bot.Takes(Reaction("reactionsAdded", "1f4cc_pushpin"));
        await bot.Takes(Reaction("reactionsAdded", "1f4cc_pushpin", "grace"));
        await bot.Takes(Reaction("reactionsRemoved", "1f4cc_pushpin"));
        var another = $"{await bot.Web.Read("/api/v1/incidents/INC-1/timeline")}";
        await bot.Takes(Reaction("reactionsRemoved", "1f4cc_pushpin", "grace"));
        var nobody = $"{await bot.Web.Read("/api/v1/incidents/INC-1/timeline")}";

        Assert.Contains("the certificate is over", another, StringComparison.Ordinal);
        Assert.DoesNotContain("the certificate is over", nobody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_pin_that_is_told_after_it_was_taken_away_is_none()
    {
        await bot.Takes(bot.Mention("convert checkout is down"));
        await bot.Takes(bot.Message("the certificate is over", "grace", TeamsBot.Channel, "77"));
        var pinned = Reaction("reactionsAdded", "1f4cc_pushpin");
        pinned["timestamp"] = "2020-12-31T23:59:58Z";
        var unpinned = Reaction("reactionsRemoved", "1f4cc_pushpin");
        unpinned["timestamp"] = "2020-12-31T23:59:59Z";

        await bot.Takes(unpinned);
        await bot.Takes(pinned);

        var timeline = $"{await bot.Web.Read("/api/v1/incidents/INC-1/timeline")}";
        Assert.DoesNotContain("the certificate is over", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task does_not_take_a_pin_that_it_cannot_keep()
    {
        await bot.Takes(bot.Mention("convert checkout is down"));
        await bot.Takes(bot.Message("the certificate is over", "grace", TeamsBot.Channel, "77"));
        losable.IsAway = true;
        using var refused = await bot.Send(Reaction("reactionsAdded", "pushpin"));
        losable.IsAway = false;
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, refused.StatusCode);

        await bot.Takes(Reaction("reactionsAdded", "pushpin"));

        var timeline = $"{await bot.Web.Read("/api/v1/incidents/INC-1/timeline")}";
        Assert.Contains("the certificate is over", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_pin_in_the_room_of_no_incident_says_nothing_to_anybody()
    {
        await bot.Takes(bot.Message("lunch?", "grace", TeamsBot.Channel, "77"));
        await bot.Takes(Reaction("reactionsAdded", "📌"));
        await bot.Takes(bot.Message("help"));
        await bot.Teams.Sees("ada", "a:ada", "help");

        Assert.Empty(bot.Teams.SeenBy("ada", TeamsBot.Channel));
    }

    JsonObject Reaction(string kind, string type, string by = "ada")
    {
        var reaction = bot.Activity("messageReaction", by, TeamsBot.Channel);
        (reaction["replyToId"], reaction[kind]) = ("77", new JsonArray(new JsonObject { ["type"] = type }));
        return reaction;
    }

    JsonObject Channel(string what)
    {
        var update = bot.Activity("conversationUpdate", channel: TeamsBot.Team);
        update["channelData"]!["eventType"] = what;
        update["channelData"]!["channel"] = new JsonObject { ["id"] = "19:inc1@thread.tacv2", ["name"] = "inc-1-new" };
        return update;
    }

    JsonObject Members(string kind, params string[] who)
    {
        var update = bot.Activity("conversationUpdate");
        update[kind] = new JsonArray(
            [.. who.Select(one => (JsonNode)new JsonObject { ["id"] = bot.Teams.Person(one).Id })]);
        return update;
    }

    static JsonObject InChat(JsonObject activity)
    {
        activity["conversation"] = new JsonObject
        {
            ["id"] = Chat,
            ["conversationType"] = "groupChat",
            ["isGroup"] = true,
            ["name"] = "War room",
        };
        activity["channelData"]!.AsObject().Remove("team");
        activity["channelData"]!.AsObject().Remove("channel");
        return activity;
    }

    /// <summary>Stands in for what keeps the talk of rooms and watches over them.</summary>
    sealed class Ears : IListener, IRoomWatch
    {
        readonly ConcurrentQueue<string> heard = [];
        readonly ConcurrentQueue<string> noticed = [];

        public IEnumerable<string> Heard => heard;
        public IEnumerable<string> Noticed => noticed;

        Task IListener.Heard(Talk talk, CancellationToken ct) =>
            Note(heard, $"{talk.In.Id} {talk.Id} {talk.By.Name}: {talk.Words}");

        public Task Corrected(Room room, string id, string? words, CancellationToken ct) =>
            Note(heard, $"{room.Id} {id} {words ?? "gone"}");

        public Task Renamed(Room room, DateTimeOffset at, CancellationToken ct) =>
            Note(noticed, $"{room.Id} renamed {room.Name}");

        public Task Lost(Room room, RoomLoss how, Person? by, DateTimeOffset at, CancellationToken ct) =>
            Note(noticed, $"{room.Id} {how}");

        static Task Note(ConcurrentQueue<string> where, string what)
        {
            where.Enqueue(what);
            return Task.CompletedTask;
        }
    }
}
