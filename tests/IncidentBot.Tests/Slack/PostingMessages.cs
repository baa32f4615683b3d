using System.Text.Json.Nodes;
using IncidentBot.Chat;

namespace IncidentBot.Slack;

/// <summary>A message: once, with its key on it, edited in place and never back.</summary>
public sealed class PostingMessages : IAsyncLifetime
{
    static readonly Card Card = new($"Checkout is down") { Buttons = [new("Acknowledge", "ack INC-1")] };

    SlackHouse house = null!;
    Room room = null!;

    public async Task InitializeAsync()
    {
        house = await SlackHouse.Start();
        room = house.Channel("inc-1");
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    List<FakeMessage> Messages => house.Slack.Channels.Single(one => one.Id == room.Id).Messages;

    Task<MessageRef> Post(string key = "INC-1/card", IChatPlatform? node = null) => (node ?? house.Platform).Post(room, Card, key, default);

    [Fact]
    public async Task It_bears_its_key_and_says_everything_in_letters_too()
    {
        await Post();

        var message = Assert.Single(Messages);
        Assert.Equal("INC-1/card", (string?)message.Metadata!["event_payload"]!["key"]);
        Assert.Contains("Checkout is down", message.Text, StringComparison.Ordinal);
        Assert.NotEmpty(message.Blocks);
        var call = Assert.Single(house.Slack.CallsOf("chat.postMessage"));
        Assert.Equal(
            ("false", "false", "none", "false"), (call["unfurl_links"], call["unfurl_media"], call["parse"], call["link_names"]));
    }

    [Fact]
    public async Task The_same_key_is_the_same_message_and_another_one_another()
    {
        var first = await Post();

        Assert.Equal(first, await Post(node: house.AnotherNode()));
        Assert.NotEqual(first, await Post("INC-1/said/2"));
        Assert.Equal(2, Messages.Count);
    }

    [Fact]
    public async Task Asked_for_twice_at_once_it_comes_once()
    {
        var both = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Post()));

        Assert.Single(both.Distinct());
        Assert.Single(Messages);
    }

    public static TheoryData<string> Faults => ["lost", "503", "html", "limited", "internal_error"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_goes_wrong_it_comes_once(string fault)
    {
        house.Slack.Faults = call => call.Method != "chat.postMessage" ? null : fault switch
        {
            "lost" => new Fault.AnswerLost(),
            "503" => Fault.Broken,
            "html" => Fault.Html,
            "limited" => new Fault.Limited(30),
            _ => new Fault.Error(fault),
        };
        await Assert.ThrowsAsync<ChatUnavailableException>(() => Post());
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        house.Slack.Faults = _ => null;
        for (var others = 0; others < 250; others++)
            house.Slack.Say(house.Slack.Channels.Single(one => one.Id == room.Id), "U1", "hello");

        var message = await Post(node: house.AnotherNode());

        Assert.Equal(Assert.Single(Messages, one => one.By == FakeSlack.Bot).Ts, message.Id);
    }

    [Theory]
    [InlineData("service_unavailable", true)]
    [InlineData("token_revoked", true)]
    [InlineData("missing_scope", false)]
    [InlineData("restricted_action", false)]
    [InlineData("is_archived", false)]
    [InlineData("msg_too_long", false)]
    public async Task It_is_tried_again_where_that_may_help_and_given_up_where_it_can_not(string code, bool again)
    {
        house.Slack.Faults = call => call.Method == "chat.postMessage" ? new Fault.Error(code) : null;

        var failure = await Record.ExceptionAsync(() => Post());

        Assert.Equal(again ? typeof(ChatUnavailableException) : typeof(ChatRefusedException), failure?.GetType());
        Assert.Equal(code == "is_archived" ? 1 : 0, house.Losses.Count);
        Assert.Contains(code, failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_say_elsewhere_stands_there_without_a_headline()
    {
        var said = new Card($"Ada, on the web") { Lines = [$"the <!channel> pool is *empty*", $"I restart it"] };

        await house.Platform.Post(room, said, "INC-1/talk/1", default);

        Assert.Equal("rich_text", (string?)Assert.Single(Messages[0].Blocks)!["type"]);
        Assert.StartsWith("Ada, on the web\n  the &lt;!channel&gt; pool", Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_not_waited_for()
    {
        house.Slack.Faults = call => call.Method == "chat.postMessage" ? new Fault.Hangs() : null;
        var posting = Post();
        while (!house.Slack.CallsOf("chat.postMessage").Any())
            await house.Slack.Called();
        house.Clock.Advance(TimeSpan.FromSeconds(9));
        await Assert.ThrowsAsync<ChatUnavailableException>(() => posting);
        house.Slack.Faults = _ => null;

        await Post();

        Assert.Single(Messages);
    }

    [Fact]
    public async Task Notes_that_are_away_hold_up_nothing()
    {
        house.Notes = new Away();
        var node = house.AnotherNode();

        var message = await Post(node: node);

        Assert.Equal(message, await Post(node: node));
        Assert.Single(Messages);
    }

    [Fact]
    public async Task A_channel_that_the_bot_is_not_in_is_joined_first()
    {
        var channel = house.Slack.AddChannel("general");

        await house.Platform.Post(SlackHouse.RoomOf(channel), Card, "key", default);

        Assert.Contains(FakeSlack.Bot, channel.Members);
        Assert.Single(channel.Messages);
        Assert.Empty(house.Losses);
    }

    [Fact]
    public async Task It_never_goes_back_to_an_older_version()
    {
        var message = await Post();

        await house.Platform.Update(message, Card with { Title = $"version 7" }, 7, default);
        await house.Platform.Update(message, Card with { Title = $"version 6" }, 6, default);
        await house.Platform.Update(message, Card with { Title = $"version 7 again" }, 7, default);

        Assert.Equal(3, Messages[0].Shown.Count);
        Assert.Contains("version 7 again", Messages[0].Text, StringComparison.Ordinal);
        Assert.NotNull(Messages[0].Metadata);
    }

    [Fact]
    public async Task One_that_somebody_deleted_is_said_to_be_gone() =>
        await Assert.ThrowsAsync<MessageGoneException>(() => house.Platform.Update(new(room, "1.1"), Card, 2, default));

    [Fact]
    public async Task It_is_pinned_once_and_where_that_is_refused_it_says_so_in_the_log()
    {
        var message = await Post();
        await house.Platform.Pin(message, default);
        await house.Platform.Pin(message, default);
        Assert.Equal([message.Id], house.Slack.Channels.Single(one => one.Id == room.Id).Pins);
        Assert.Single(house.Slack.CallsOf("pins.add"));

        house.Slack.Faults = call => call.Method == "pins.add" ? new Fault.Error("too_many_pins") : null;
        await house.Platform.Pin(await Post("another"), default);

        Assert.Contains(house.Log.All, line => line.Contains("too_many_pins", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_alone_is_written_to_where_they_have_an_account_that_is_in_use()
    {
        var ann = house.Meets("U0ANN", "Ann");
        house.Slack.AddUser("U0LEFT", "Lee").Deleted = true;

        var direct = await house.Platform.DirectRoom(ann, default);
        await house.Platform.Post(direct!, Card, "page", default);

        Assert.Equal(direct, await house.AnotherNode().DirectRoom(ann, default));
        Assert.Single(house.Slack.CallsOf("conversations.open"));
        Assert.Single(house.Slack.Direct("U0ANN").Messages);
        Assert.Null(await house.Platform.DirectRoom(new("slack:U0LEFT", "Lee"), default));
        house.Now = new() { People = [new(new("ann", "Ann"), [], "ann@example.com", null)] };
        house.Slack.AddUser("U0MAIL", "Ann").Email = "ann@example.com";
        Assert.Equal(house.Slack.Direct("U0ANN").Id, direct!.Id);
        Assert.NotNull(await house.Platform.DirectRoom(new("ann", "Ann"), default));
        Assert.NotNull(house.Slack.Direct("U0MAIL"));
        Assert.Null(await house.Platform.DirectRoom(new("slack:U0NOBODY", "?"), default));
        Assert.Null(await house.Platform.DirectRoom(new("room:kim", "Kim"), default));
    }

    sealed class Away : INotebook
    {
        public Task<string?> Read(string platform, string key, CancellationToken ct) => throw new InvalidOperationException("away");

        public Task Write(string platform, string key, string text, TimeSpan? keep, CancellationToken ct) =>
            throw new InvalidOperationException("away");

        public Task<bool> Replace(string platform, string key, string? before, string text, TimeSpan? keep, CancellationToken ct) =>
            throw new InvalidOperationException("away");

        public Task Erase(string platform, string key, CancellationToken ct) => throw new InvalidOperationException("away");
    }
}
