using IncidentBot.Chat;
using IncidentBot.Support;

namespace IncidentBot.Slack;

/// <summary>A picture on a card: brought into Slack once, waited for, and left to the web where Slack won't have it.</summary>
public sealed class ShowingPictures : IAsyncLifetime
{
    static readonly Card Card = new($"Why was checkout down?")
    {
        Picture = new("incidents/INC-1/drawings/fishbone", "The pool ran dry"),
    };

    SlackHouse house = null!;
    Room room = null!;

    public async Task InitializeAsync()
    {
        house = await SlackHouse.Start();
        room = house.Channel("inc-1");
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    FakeMessage Message => Assert.Single(house.Slack.Channels.Single(one => one.Id == room.Id).Messages);

    [Fact]
    public async Task It_is_seen_where_the_card_is()
    {
        await house.Platform.Post(room, Card, "INC-1/why", default);

        var file = Assert.Single(house.Slack.Files);
        Assert.Equal(("fishbone.png", "The pool ran dry"), (file.Name, file.Alt));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], file.Content![..4]);
        var image = Message.Blocks.Single(block => (string?)block!["type"] == "image")!;
        Assert.Equal((file.Id, "The pool ran dry"), ((string?)image["slack_file"]!["id"], (string?)image["alt_text"]));
        Assert.Contains("The pool ran dry", Message.Text);
    }

    [Fact]
    public async Task The_same_picture_is_brought_once_however_often_it_is_shown()
    {
        var message = await house.Platform.Post(room, Card, "INC-1/why", default);
        await house.Platform.Update(message, Card with { Accent = Accent.Good }, 2, default);
        await house.AnotherNode().Update(message, Card with { Accent = Accent.Bad }, 3, default);

        Assert.Single(house.Slack.CallsOf("files.getUploadURLExternal"));
    }

    [Fact]
    public async Task One_that_somebody_deleted_is_brought_again()
    {
        var message = await house.Platform.Post(room, Card, "INC-1/why", default);
        house.Slack.Files[0].IsComplete = false;

        await house.Platform.Update(message, Card with { Accent = Accent.Good }, 2, default);

        Assert.Equal(2, house.Slack.CallsOf("files.getUploadURLExternal").Count());
        Assert.Contains(Message.Blocks, block => (string?)block!["type"] == "image");
    }

    [Fact]
    public async Task While_Slack_still_looks_at_it_the_message_waits_and_nothing_is_brought_twice()
    {
        house.Slack.LooksAtFiles = 5;

        await Assert.ThrowsAsync<ChatUnavailableException>(() => house.Platform.Post(room, Card, "INC-1/why", default));
        await house.Platform.Post(room, Card, "INC-1/why", default);

        Assert.Single(house.Slack.CallsOf("files.getUploadURLExternal"));
        Assert.Contains(Message.Blocks, block => (string?)block!["type"] == "image");
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("file_uploads_disabled")]
    public async Task Where_Slack_takes_no_files_the_card_leads_to_it(string why)
    {
        house.Slack.Faults = call => call.Method == "files.getUploadURLExternal" ? new Fault.Error(why) : null;

        await house.Platform.Post(room, Card, "INC-1/why", default);

        Assert.DoesNotContain(Message.Blocks, block => (string?)block!["type"] == "image");
        Assert.Contains("/incidents/INC-1/drawings/fishbone.png", Message.Blocks.ToJsonString());
    }

    [Fact]
    public async Task A_file_goes_nowhere_but_to_Slack()
    {
        house.Slack.Faults = call => call.Method == "files.getUploadURLExternal"
            ? new Fault.Answer(200, """{"ok":true,"upload_url":"https://elsewhere.example/x","file_id":"F000000001"}""", "application/json")
            : null;

        await house.Platform.Post(room, Card, "INC-1/why", default);

        Assert.DoesNotContain(Message.Blocks, block => (string?)block!["type"] == "image");
    }
}
