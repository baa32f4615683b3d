using System.Net;
using System.Text.RegularExpressions;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Rooms;

/// <summary>Words, commands, buttons and forms, as a browser sends them.</summary>
public sealed class TalkingInARoom : IAsyncDisposable
{
    readonly RoomSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task shows_a_newcomer_three_things_to_try()
    {
        var page = await (await site.Enter("Ada")).Get("/");

        Assert.Equal(["declare", "tutorial", "help"], Regex.Matches(page, "name=\"line\" value=\"([^\"]*)\"").Select(one => one.Groups[1].Value));
    }

    [Fact]
    public async Task stores_words_once_however_often_they_are_sent()
    {
        var ada = await site.Enter("Ada");

        await ada.Say("general", "the gateway is slow", once: "same");
        await ada.Say("general", "the gateway is slow", once: "same");

        Assert.Single(Regex.Matches(await ada.Get("/"), "the gateway is slow"));
    }

    [Fact]
    public async Task tells_what_two_people_sent_apart_whatever_they_call_it()
    {
        var (ada, grace) = (await site.Enter("Ada"), await site.Enter("Grace"));

        await ada.Say("general", "from ada", once: "same");
        await grace.Say("general", "from grace", once: "same");

        var page = await ada.Get("/");
        Assert.Contains("from ada", page);
        Assert.Contains("from grace", page);
    }

    [Fact]
    public async Task declares_once_however_often_the_button_is_pressed()
    {
        var ada = await site.Enter("Ada");

        var first = await ada.Say("general", "/incident declare checkout is down", once: "same");
        var second = await ada.Say("general", "/incident declare checkout is down", once: "same");

        Assert.Contains("INC-1", await first.Content.ReadAsStringAsync());
        Assert.Contains("INC-1", await second.Content.ReadAsStringAsync());
        Assert.Null(await Incidents.Find(new Reference("INC", 2), default));
    }

    [Fact]
    public async Task asks_with_a_form_and_shows_each_error_at_its_field()
    {
        var ada = await site.Enter("Ada");

        var asked = await (await ada.Press("general", "declare")).Content.ReadAsStringAsync();
        var flawed = await ada.Send("/rooms/general/do", ("line", "declare"), ("form", "yes"), ("answer.title", " "));
        var done = await ada.Send("/rooms/general/do", ("line", "declare"), ("form", "yes"), ("answer.title", "checkout is down"));

        Assert.Contains("<dialog", asked);
        Assert.Contains("name=\"answer.title\"", asked);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, flawed.StatusCode);
        Assert.Contains("data-field=\"title\"", await flawed.Content.ReadAsStringAsync());
        Assert.Contains("INC-1 is declared", await done.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task works_page_by_page_without_a_script()
    {
        var ada = await site.Enter("Ada");

        var asked = await ada.Post("/rooms/general/do", ada.Token, ("line", "declare"));
        var said = await ada.Post("/rooms/general/say", ada.Token, ("words", "hello there"));
        var refused = await ada.Post("/rooms/general/say", ada.Token, ("words", "/incident resolve INC-99"));

        Assert.Matches("<dialog[^>]* open", await asked.Content.ReadAsStringAsync());
        Assert.Contains("hello there", await said.Content.ReadAsStringAsync());
        Assert.Matches("There is no INC-99[^$]*/incident resolve INC-99</textarea>", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task says_how_long_a_message_may_be_and_stores_nothing()
    {
        var ada = await site.Enter("Ada");

        var answer = await ada.Say("general", new string('x', 4001));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("That is 4001 characters long; 4000 fit. Shorten it, or send it in two.", await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain("xxx", await ada.Get("/"));
    }

    [Theory]
    [InlineData("/resolve now", true)]
    [InlineData("/etc/hosts is gone", false)]
    [InlineData("/ 5", false)]
    [InlineData("and/or", false)]
    public async Task takes_a_forgotten_first_word_for_a_command_and_a_path_for_talk(string words, bool meant)
    {
        var ada = await site.Enter("Ada");

        var answer = await ada.Say("general", words);

        Assert.Equal(meant ? HttpStatusCode.OK : HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(meant, answer.Headers.Contains("X-Refused"));
    }

    [Fact]
    public async Task completes_commands_and_people()
    {
        var ada = await site.Enter("Ada Lovelace");

        Assert.Contains("data-value=\"/incident \"", await ada.Get("/rooms/general/complete?typed=/inc"));
        Assert.Contains("data-value=\"/incident declare \"", await ada.Get("/rooms/general/complete?typed=/incident%20decl"));
        Assert.Contains("Ada Lovelace", await ada.Get("/people?typed=ada"));
        Assert.Equal(HttpStatusCode.NoContent, await ada.Status("/rooms/general/complete?typed=hello"));
    }

    [Fact]
    public async Task shows_the_newest_fifty_and_older_ones_on_demand()
    {
        var ada = await site.Enter("Ada");
        var store = site.Services.GetRequiredService<IRoomStore>();
        for (var number = 1; number <= 60; number++)
            await store.Post("general", $"{number}", new("room:ada", "Ada"), $"message {number}.", null, default);

        var page = await ada.Get("/rooms/general");
        var older = await ada.Get(Regex.Match(page, "href=\"([^\"]*before=[^\"]*)\"").Groups[1].Value);

        Assert.DoesNotContain("message 10.", page);
        Assert.Contains("message 11.", page);
        Assert.Contains("message 60.", page);
        Assert.Contains("message 1.", older);
        Assert.Contains("message 10.", older);
        Assert.DoesNotContain("message 11.", older);
    }

    IIncidents Incidents => site.Services.GetRequiredService<IIncidents>();
}
