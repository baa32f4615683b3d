using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Support;
using IncidentBot.Teams.Drawing;

namespace IncidentBot.Teams;

/// <summary>What somebody fills in arrives as commands want it, and is still there when something was wrong.</summary>
public class FillingInForms
{
    const string Account = "0a0a0a0a-0000-0000-0000-000000000000";

    static readonly Organisation Org = Some.Org() with
    {
        People = [new(Some.Ada, [new("teams", Account)], null, null), new(Some.Grace, [], null, null)],
    };

    static readonly Form Form = new("Everything", "note INC-1", "Send",
    [
        new TextInput("words", "Words") { Required = true, Hint = "A hint" },
        new ChoiceInput(
            "services", "Services", [new("a,b", "A and B"), new("50%", "Half"), new("c", "C")], Several: true),
        new ChoiceInput("severity", "Severity", [new("SEV1", "SEV1"), new("SEV2", "SEV2")]),
        new PersonInput("person", "Who"),
        new MomentInput("at", "When"),
        new MomentInput("day", "Day", WithTime: false),
        new NumberInput("cost", "Cost"),
        new TickInput("private", "Private"),
    ]);

    static readonly TeamsPlace Place = new("note INC-1", "19:1@thread.tacv2", "once", "Europe/Berlin");

    [Fact]
    public void Comes_back_as_commands_want_it() => Assert.Equal(
        new Dictionary<string, string>
        {
            ["words"] = "it is <down>",
            ["services"] = "a,b\n50%",
            ["severity"] = "SEV1",
            ["person"] = "ada",
            ["at"] = "2030-07-02T14:05:00+02:00",
            ["day"] = "2030-01-02",
            ["cost"] = "3.5",
            ["private"] = "yes",
        },
        Read(new()
        {
            ["words"] = " it is <down> ",
            ["services"] = "a%2Cb,50%25",
            ["severity"] = "SEV1",
            ["person"] = Account,
            ["at"] = "2030-07-02",
            ["at.time"] = "14:05",
            ["day"] = "2030-01-02",
            ["cost"] = 3.5,
            ["private"] = "yes",
        }));

    [Fact]
    public void Leaves_out_what_was_not_answered() => Assert.Empty(Read(new()
    {
        ["words"] = "  ",
        ["services"] = "",
        ["person"] = "",
        ["at"] = "",
        ["at.time"] = "14:05",
        ["private"] = "no",
    }));

    [Theory]
    [InlineData("2030-03-31", "02:30", "2030-03-31T03:30:00+02:00")]
    [InlineData("2030-10-27", "02:30", "2030-10-27T02:30:00+01:00")]
    [InlineData("2030-01-02", "", "2030-01-02T00:00:00+01:00")]
    public void Reads_a_moment_in_the_time_of_whoever_filled_it_in(string date, string time, string moment) =>
        Assert.Equal(moment, Read(new() { ["at"] = date, ["at.time"] = time })["at"]);

    [Theory]
    [InlineData("grace", "grace")]
    [InlineData("0b0b0b0b-0000-0000-0000-000000000000", "teams:0b0b0b0b-0000-0000-0000-000000000000")]
    public void Takes_people_from_our_list_and_from_Teams_own(string said, string person) =>
        Assert.Equal(person, Read(new() { ["person"] = said })["person"]);

    [Fact]
    public void Shows_again_exactly_what_was_answered()
    {
        var answers = Read(new()
        {
            ["words"] = "x",
            ["services"] = "a%2Cb",
            ["severity"] = "SEV2",
            ["person"] = "grace",
            ["at"] = "2030-07-02",
            ["at.time"] = "14:05",
            ["day"] = "2030-01-02",
            ["cost"] = "3.5",
            ["private"] = "yes",
        });

        var card = TeamsForm.Card(
            Form, Place, Org, [new("at", "That is in the future."), new("other", "Something else.")], answers);

        var again = AdaptiveCardRules.Nodes(card).Where(one => one["id"] is JsonValue && one["value"] is not null)
            .ToDictionary(one => (string)one["id"]!, one => one["value"]!.DeepClone());
        Assert.Equal(answers, Read(new(again.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)))));
        Assert.Equal(["⚠ Something else.", "⚠ That is in the future."], Runs(card).Where(run => run.StartsWith('⚠')));
    }

    [Fact]
    public void Shows_an_error_right_below_its_question()
    {
        var body = TeamsForm.Card(Form, Place, Org, [new("words", "Too short.")])["body"]!.AsArray();

        var at = body.ToList().FindIndex(one => (string?)one!["id"] == "words");
        Assert.Equal(["⚠ Too short.", "A hint"], [.. Runs(body[at + 1]), .. Runs(body[at + 2])]);
    }

    [Fact]
    public void A_dialog_is_sent_by_what_dialogs_know()
    {
        var dialog = TeamsForm.Dialog(Form, Place, Org);

        Assert.Equal("Everything", (string?)dialog["title"]);
        Assert.Equal(TeamsCard.ContentType, (string?)dialog["card"]!["contentType"]);
        Assert.DoesNotContain(AdaptiveCardRules.Nodes(dialog), one => (string?)one["type"] == "Action.Execute");
    }

    [Fact]
    public void A_form_remembers_where_it_was_opened()
    {
        var submit = AdaptiveCardRules.Nodes(TeamsForm.Card(Form, Place, Org))
            .First(one => (string?)one["verb"] == "form");

        Assert.Equal(Place, TeamsPlace.Read(Parsed(submit["data"]!)));
        Assert.Null(TeamsPlace.Read(Parsed(new JsonObject { ["form"] = "not ours" })));
        Assert.Null(TeamsPlace.Read(Parsed(new JsonArray())));
    }

    static IReadOnlyDictionary<string, string> Read(JsonObject answers)
    {
        foreach (var (name, value) in Place.Data(Form))
            answers[name] = value!.DeepClone();
        return TeamsAnswers.Read(Parsed(answers), Org);
    }

    static JsonElement Parsed(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;

    static IEnumerable<string> Runs(JsonNode? node) =>
        AdaptiveCardRules.Nodes(node).Where(one => (string?)one["type"] == "TextRun")
            .Select(one => (string)one["text"]!);
}
