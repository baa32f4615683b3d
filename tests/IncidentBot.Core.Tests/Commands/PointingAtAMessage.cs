using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

public class PointingAtAMessage
{
    static readonly Quote Message = new(
        "room:1/7", Some.Grace, "Checkout is slow\nsince the deployment", Some.Moment.AddMinutes(-5), new("https://example.org/7"));

    readonly Conversation talk = new();

    [Fact]
    public async Task Opens_a_form_to_declare_with_what_it_says()
    {
        var form = Assert.IsType<Reply.Ask>(await talk.Point("declare", Message)).Form;

        Assert.Equal("Checkout is slow since the deployment", Value(form, "title"));
        Assert.Equal("Checkout is slow\nsince the deployment\nhttps://example.org/7", Value(form, "summary"));
        Assert.Empty(talk.Incidents.All);
    }

    [Fact]
    public async Task Makes_it_the_first_thing_on_the_timeline_of_what_is_declared()
    {
        await talk.Point("declare", Message, answers: new Dictionary<string, string> { ["title"] = "Checkout is slow", ["summary"] = "" });

        var history = await talk.Incidents.History(talk.Incidents.Only.Id, default);
        Assert.Collection(
            history.Select(one => one.Fact),
            fact => Assert.Equal("Checkout is slow", Assert.IsType<Declared>(fact).Title),
            fact => Assert.Contains("Ada kept what Grace said: Checkout is slow", $"{Assert.IsType<Noted>(fact).Describe()}"));
    }

    [Fact]
    public async Task Still_wants_a_title()
    {
        var reply = await talk.Point("declare", Message, answers: new Dictionary<string, string> { ["title"] = "" });

        Assert.Equal("title", Assert.Single(Assert.IsType<Reply.Invalid>(reply).Errors).Name);
    }

    [Fact]
    public async Task Puts_it_on_the_timeline_of_the_incident_whose_room_it_is_and_takes_it_off()
    {
        talk.Incidents.Has(Some.BlankIncident(), Some.Declaration(), new RoomOpened(Some.OwnRoom, Some.From(Some.Ada)));

        await talk.Point("note", Message, Some.OwnRoom);
        await talk.Point("note", Message, Some.OwnRoom);
        Assert.Equal((1, 0), (talk.Incidents.Only.Notes, talk.Incidents.Only.HiddenNotes.Count));
        await talk.Point("hide", Message, Some.OwnRoom);
        Assert.Equal((1, 1), (talk.Incidents.Only.Notes, talk.Incidents.Only.HiddenNotes.Count));
    }

    [Fact]
    public async Task Means_the_incident_whose_card_it_is_when_it_is_typed_below()
    {
        talk.Incidents.Has(Some.BlankIncident(), Some.Declaration());
        talk.Incidents.Has(Some.BlankIncident(2), Some.Declaration("Search is slow"));
        var card = new MessageRef(Some.Hallway, "7");
        talk.Incidents.Cards[card] = Some.BlankIncident(2).Id;

        await talk.SayUnder(card, "ack");
        await talk.SayUnder(card, "ack INC-1");
        var elsewhere = await talk.SayUnder(card with { Id = "8" }, "ack");

        Assert.All(talk.Incidents.All, incident => Assert.NotNull(incident.Acknowledgement));
        Assert.Contains("Which incident?", Assert.IsType<Reply.Shown>(elsewhere).Card.ToText());
    }

    static string Value(Form form, string name) => form.Inputs.Single(input => input.Name == name).Value;
}
