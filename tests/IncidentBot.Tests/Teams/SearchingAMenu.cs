using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Support;
using IncidentBot.Teams.Drawing;

namespace IncidentBot.Teams;

/// <summary>A menu too long for a card is searched by typing.</summary>
public class SearchingAMenu
{
    static readonly Organisation Org = Some.Org(
        Some.Field("vendor", FieldKind.Choice, options: ["North", "South, by the sea"])) with
    {
        Services =
        [
            .. Enumerable.Range(1, 500).Select(at =>
                new Service($"s,{at}", $"Service {at}", null, 0, null, [], [], null)),
        ],
    };

    [Fact]
    public void The_card_asks_for_the_rest_and_keeps_what_was_chosen()
    {
        var form = new Form("t", "service INC-1", "Set", [Forms.Services(Org, ["s,499"])]);

        var menu = TeamsForm.Card(form, new(form.Line, "r", "o"), Org)["body"]![1]!;

        Assert.Equal("several.services", (string?)menu["choices.data"]!["dataset"]);
        Assert.Equal("s%2C499", (string?)menu["value"]);
        Assert.Contains("s%2C499", menu["choices"]!.AsArray().Select(one => (string?)one!["value"]));
        Assert.InRange(menu["choices"]!.AsArray().Count, 100, 101);
    }

    [Fact]
    public void What_begins_like_it_comes_first_and_no_more_than_Teams_shows()
    {
        Assert.Equal(("Service 499", "s%2C499"), Found("several.services", "ice 499").Single());
        Assert.Equal(15, Found("several.services", "").Length);
        Assert.Equal(("Service 2", "s,2"), Found("services", "service 2")[0]);
    }

    [Fact]
    public void A_field_of_the_organisations_own_is_found_by_its_name() => Assert.Equal(
        [("South, by the sea", "South, by the sea")], Found("field.vendor", "SOUTH"));

    [Fact]
    public void In_a_menu_that_there_is_not_nothing_is_found() => Assert.Empty(Found("people", "a"));

    static (string, string)[] Found(string dataset, string typed)
    {
        JsonNode answer = TeamsSuggestions.Answer(dataset, typed, Org);
        Assert.Equal(
            (200, "application/vnd.microsoft.search.searchResponse"),
            ((int)answer["statusCode"]!, (string)answer["type"]!));
        var results = answer["value"]!["results"]!.AsArray();
        return [.. results.Select(one => ((string)one!["title"]!, (string)one["value"]!))];
    }
}
