using System.Text.Json.Nodes;
using IncidentBot.Chat;

namespace IncidentBot.Teams;

/// <summary>A picture on a card: in the card itself while it fits, else on the web.</summary>
public sealed class ShowingPictures : IAsyncLifetime
{
    TeamsHouse house = null!;

    public async Task InitializeAsync() => house = await TeamsHouse.Start();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task It_is_seen_where_the_card_is()
    {
        var card = await Posted("fishbone");

        var image = Assert.Single(card["body"]!.AsArray(), one => (string?)one!["type"] == "Image")!;
        Assert.Equal("The pool ran dry", (string?)image["altText"]);
        var file = Convert.FromBase64String(((string)image["url"]!)["data:image/png;base64,".Length..]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], file[..4]);
    }

    [Fact]
    public async Task What_does_not_fit_is_left_to_the_web()
    {
        var card = await Posted("large");

        Assert.DoesNotContain(card["body"]!.AsArray(), one => (string?)one!["type"] == "Image");
        Assert.Contains("/incidents/INC-1/drawings/large.png", card.ToJsonString());
    }

    async Task<JsonObject> Posted(string name)
    {
        var room = await house.Platform.AnnounceRoom(default);
        await house.Platform.Post(
            room, new($"Why was checkout down?") { Picture = new($"incidents/INC-1/drawings/{name}", "The pool ran dry") }, "INC-1/why", default);
        return Assert.Single(house.Teams.Posts).Activity["attachments"]![0]!["content"]!.AsObject();
    }
}
