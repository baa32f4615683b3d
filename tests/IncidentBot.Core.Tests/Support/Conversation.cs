using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Incidents;

namespace IncidentBot.Support;

/// <summary>The bot driven as people drive it: lines typed, buttons pressed, forms filled in.</summary>
sealed class Conversation : ICurrentOrganisation
{
    readonly Bot bot;
    int requests;

    public Conversation(Organisation? org = null)
    {
        Now = org ?? Some.Org();
        Incidents = new(Now);
        bot = new(Incidents, this, new FakePeople());
    }

    /// <summary>About an incident that was declared, after these lines.</summary>
    public static async Task<Conversation> Over(params string[] lines)
    {
        var talk = new Conversation();
        await talk.Ask("declare checkout is down");
        foreach (var line in lines)
            await talk.Ask(line);
        return talk;
    }

    public Organisation Now { get; }

    public FakeIncidents Incidents { get; }

    public DateTimeOffset At { get; set; } = Some.Moment;

    public Task<Reply> Say(
        string line, Person? by = null, Room? @in = null, string? once = null, TimeZoneInfo? zone = null) =>
        bot.Handle(Call(line, by, @in, once) with { Zone = zone ?? TimeZoneInfo.Utc }, CancellationToken.None);

    /// <summary>Says it and expects a card, and that it was done.</summary>
    public async Task<Card> Ask(string line, Person? by = null, Room? @in = null)
    {
        var shown = Assert.IsType<Reply.Shown>(await Say(line, by, @in));
        Assert.False(shown.Refused, shown.Card.ToText());
        return shown.Card;
    }

    public async Task<Card> Refused(string line, Person? by = null, Room? @in = null)
    {
        var shown = Assert.IsType<Reply.Shown>(await Say(line, by, @in));
        Assert.True(shown.Refused, shown.Card.ToText());
        return shown.Card;
    }

    public async Task<Form> Opens(string line, Person? by = null, Room? @in = null) =>
        Assert.IsType<Reply.Ask>(await Say(line, by, @in)).Form;

    public Task<Reply> Submit(
        Form form, Person? by = null, Room? @in = null, params IReadOnlyList<(string Name, string Value)> answers) =>
        Submit(form.Line, by, @in, answers);

    public Task<Reply> Submit(
        string line, Person? by = null, Room? @in = null, params IReadOnlyList<(string Name, string Value)> answers) =>
        bot.Handle(
            Call(line, by, @in, null) with { Answers = answers.ToDictionary(one => one.Name, one => one.Value) },
            CancellationToken.None);

    public Task<IReadOnlyList<Completion>> Complete(string typed, Person? by = null) =>
        bot.Complete(typed, by ?? Some.Ada, Some.Hallway, CancellationToken.None);

    /// <summary>Says it pointing at a message, and fills in the form that opens, if one does.</summary>
    public Task<Reply> Point(
        string line, Quote message, Room? @in = null, IReadOnlyDictionary<string, string>? answers = null) =>
        bot.Handle(Call(line, null, @in, null) with { Quoted = message, Answers = answers }, CancellationToken.None);

    /// <summary>Says it in the thread of a message.</summary>
    public Task<Reply> SayUnder(MessageRef message, string line) =>
        bot.Handle(Call(line, null, message.Room, null) with { Under = message }, CancellationToken.None);

    Invocation Call(string line, Person? by, Room? @in, string? once) =>
        new(once ?? $"request-{++requests}", line, by ?? Some.Ada, @in ?? Some.Hallway, At);
}

static class CardText
{
    public static string ToText(this Card card) => PlainText.Draw(card);

    public static IEnumerable<string> ToLines(this Card card) => card.Lines.Select(line => PlainText.Of(line));
}
