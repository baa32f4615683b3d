using System.Net;
using System.Text.RegularExpressions;
using IncidentBot.Chat;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Rooms;

/// <summary>An open page: what comes by itself, and what must never come.</summary>
public sealed class WatchingARoom : IAsyncDisposable
{
    readonly RoomSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    RoomPlatform Platform => site.Services.GetRequiredService<RoomPlatform>();

    [Fact]
    public async Task shows_what_others_write()
    {
        var (ada, grace) = (await site.Enter("Ada"), await site.Enter("Grace"));
        var hearing = ada.Hear("general", heard => heard.Contains("I see it too"));

        await grace.Say("general", "I see it too");

        Assert.Contains("event: message", await hearing);
    }

    [Fact]
    public async Task goes_on_after_a_lost_connection_without_repeating_anything()
    {
        var ada = await site.Enter("Ada");
        await ada.Say("general", "first");
        var before = await ada.Hear("general", heard => heard.Contains("first"));
        var last = long.Parse(Regex.Match(before, "^id: (\\d+)", RegexOptions.Multiline).Groups[1].Value);
        await ada.Say("general", "second");

        var after = await ada.Hear("general", heard => heard.Contains("second"), last: last);

        Assert.DoesNotContain("first", after);
    }

    [Fact]
    public async Task replaces_a_card_where_it_stands()
    {
        var ada = await site.Enter("Ada");
        var room = await Platform.AnnounceRoom(default);
        var message = await Platform.Post(room, new($"before"), "key", default);
        var hearing = ada.Hear("incidents", heard => heard.Contains("after"), after: 1);

        await Platform.Update(message, new($"after"), 2, default);

        Assert.Contains($"id=\"m-{message.Id}\"", await hearing);
    }

    [Fact]
    public async Task brings_the_room_of_a_critical_incident_with_its_card_and_timeline()
    {
        var ada = await site.Enter("Ada");
        var hearing = ada.Hear("general", heard => Regex.IsMatch(heard, "event: rooms(?s:.)*INC-1(?s:.)*checkout is down"));

        await ada.Say("general", "/incident declare sev1 checkout is down");
        await hearing;
        var page = await ada.Get("/incidents/INC-1");

        Assert.Contains("Timeline", page);
        Assert.Contains("data-posted", page);
        Assert.Contains("value=\"ack INC-1\"", page);
    }

    [Fact]
    public async Task keeps_a_private_room_from_everybody_who_is_not_in_it()
    {
        var (ada, grace) = (await site.Enter("Ada"), await site.Enter("Grace"));
        var room = await Platform.OpenRoom(new("secret", "breach-of-vault", "", Private: true), default);
        await Platform.Invite(room, [new("room:ada", "Ada")], default);
        await Platform.Post(room, new($"vault is open"), "key", default);

        Assert.Contains("vault is open", await ada.Get($"/rooms/{room.Id}"));
        Assert.Contains("breach-of-vault", await ada.Get("/"));
        Assert.Contains("vault is open", await ada.Hear(room.Id, heard => heard.Contains("vault is open")));

        await AssertHidden(grace, room.Id, "vault");
    }

    [Fact]
    public async Task keeps_the_room_between_somebody_and_the_bot_between_them()
    {
        var (ada, grace) = (await site.Enter("Ada"), await site.Enter("Grace"));
        var room = (await Platform.DirectRoom(new("room:ada", "Ada"), default))!;
        await Platform.Post(room, new($"you are called"), "key", default);

        Assert.Contains("you are called", await ada.Get($"/rooms/{room.Id}"));
        await AssertHidden(grace, room.Id, "you are called");
    }

    [Fact]
    public async Task keeps_a_private_incident_out_of_completion_and_pages()
    {
        var (ada, grace) = (await site.Enter("Ada"), await site.Enter("Grace"));
        await ada.Send("/rooms/general/do", ("line", "declare"), ("form", "yes"), ("answer.title", "vault is open"), ("answer.private", "yes"));

        Assert.Contains("vault is open", await ada.Get("/rooms/general/complete?typed=/incident%20ack%20INC"));
        Assert.Contains("vault is open", await ada.Get("/incidents/INC-1"));
        Assert.DoesNotContain("vault", await grace.Get("/rooms/general/complete?typed=/incident%20ack%20INC"));
        Assert.Equal(HttpStatusCode.NotFound, await grace.Status("/incidents/INC-1"));
        Assert.DoesNotContain("vault", await grace.Get("/"));
        Assert.DoesNotContain("vault", await grace.Get("/rooms/incidents"));
    }

    static async Task AssertHidden(Visit stranger, string room, string secret)
    {
        var page = await stranger.Client.GetAsync($"/rooms/{room}");
        var heard = await stranger.Hear(room, _ => false);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain(secret, await page.Content.ReadAsStringAsync());
        Assert.DoesNotContain(room, await stranger.Get("/"));
        Assert.Contains("event: gone", heard);
        Assert.DoesNotContain(secret, heard);
        Assert.Equal(HttpStatusCode.NoContent, await stranger.Status($"/rooms/{room}/complete?typed=/inc"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Say(room, "let me in")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Press(room, "list")).StatusCode);
    }
}
