using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Support;
using IncidentBot.Teams.Drawing;

namespace IncidentBot.Teams;

/// <summary>A button is a command typed in advance, whichever way its client sends it.</summary>
public class PressingButtons
{
    [Fact]
    public void Sends_the_line_in_new_clients_and_in_old_ones()
    {
        var button = Drawn(new Button("Acknowledge", "ack INC-1", ButtonStyle.Primary)).Single();

        Assert.Equal(("Action.Execute", "do", "positive"), (Text(button["type"]), Text(button["verb"]), Text(button["style"])));
        Assert.Equal("ack INC-1", Text(button["data"]!["line"]));
        Assert.Equal("ack INC-1", Text(button["fallback"]!["data"]!["line"]));
    }

    [Fact]
    public void Opens_a_dialog_where_something_will_be_asked()
    {
        var button = Drawn(new Button("Resolve", "resolve INC-1")).Single();

        Assert.Equal("task/fetch", Text(button["data"]!["msteams"]!["type"]));
        Assert.Equal("Action.Execute", Text(Drawn(new Button("Done", "resolve INC-1 rolled back")).Single()["type"]));
    }

    [Fact]
    public async Task Knows_every_command_that_asks() => Assert.Equal(
        CommandBook.All.Where(command => command.GetType().GetMethod(nameof(IChangeCommand.Ask)) is not null)
            .Select(command => command.Usage.Verb)
            .Union((await Exhibition.Forms()).Select(one => one.Name["form-".Length..])).Order(),
        TeamsButtons.Asking.Order());

    [Fact]
    public void Asks_before_it_does_what_cannot_be_taken_back()
    {
        var body = TeamsCard.Content(new Card($"t") { Buttons = [new("Cancel it", "ack INC-1", ButtonStyle.Danger, "Really?")] }, Some.Org())["body"]!;

        var (asking, question) = (body[1]!["actions"]![0]!, body[2]!);
        Assert.Equal(("Action.ToggleVisibility", "destructive"), (Text(asking["type"]), Text(asking["style"])));
        Assert.Equal((Text(question["id"]), false), (Text(asking["targetElements"]![0]), (bool)question["isVisible"]!));
        Assert.Equal("Really?", Text(question["items"]![0]!["inlines"]![0]!["text"]));
        Assert.Equal("ack INC-1", Text(question["items"]![1]!["actions"]![0]!["data"]!["line"]));
    }

    [Fact]
    public void Stands_in_as_many_rows_as_a_phone_needs() => Assert.Equal(
        new[] { 3, 1 },
        TeamsButtons.Rows(new[] { "Acknowledge", "Escalate", "Resolve", "Take the lead" }.Select(label => new Button(label, "x")))
            .Select(row => row["actions"]!.AsArray().Count));

    [Fact]
    public void A_command_too_long_for_a_button_is_no_button() => Assert.Empty(Drawn(new Button("Do", new string('x', 2001))));

    [Fact]
    public void Only_those_named_ask_for_their_own_view()
    {
        var refresh = TeamsCard.Content(
            new Card($"t"), Some.Org(), new("show INC-1", [.. Enumerable.Range(0, 70).Select(at => $"29:{at}")]))["refresh"]!;

        Assert.Equal(("refresh", "show INC-1", 60),
            (Text(refresh["action"]!["verb"]), Text(refresh["action"]!["data"]!["line"]), refresh["userIds"]!.AsArray().Count));
    }

    static IEnumerable<JsonNode> Drawn(Button button) => TeamsButtons.Rows([button]).SelectMany(row => row["actions"]!.AsArray()).Select(one => one!);

    static string? Text(JsonNode? node) => (string?)node;
}
