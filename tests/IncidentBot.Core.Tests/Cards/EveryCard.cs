using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Support;

namespace IncidentBot.Tests.Cards;

public class EveryCard
{
    public static TheoryData<string> States => [.. Gallery.States().Select(state => state.Name), Gallery.NoIncident];

    [Theory]
    [MemberData(nameof(States))]
    public void Has_buttons_that_the_bot_understands(string state) => Each(state, card => Assert.All(card.Buttons, button =>
    {
        Assert.NotNull(Grammar.Read(button.Command, "INC").Command);
        Assert.InRange(button.Label.Length, 2, 40);
        Assert.InRange(button.Command.Length, 2, 200);
    }));

    [Theory]
    [MemberData(nameof(States))]
    public void Has_buttons_that_work_anywhere(string state) => Each(state, card => Assert.All(card.Buttons, button =>
    {
        var line = Grammar.Read(button.Command, "INC");
        Assert.True(line.Command is IStartCommand or not IChangeCommand || line.First is not null, button.Command);
    }));

    [Theory]
    [MemberData(nameof(States))]
    public void Is_short_enough_to_be_read(string state) => Each(state, card =>
    {
        Assert.InRange(card.Fields.Count + card.Lines.Count, 0, 20);
        Assert.InRange(card.Buttons.Count, 0, 25);
        Assert.Distinct(card.Buttons.Select(button => button.Command));
        Assert.InRange(card.ToText().Length, 5, 8000);
    });

    [Theory]
    [MemberData(nameof(States))]
    public void Reads_well(string state) => Each(state, card =>
    {
        foreach (var text in card.Fields.Select(field => field.Value).Append(card.Title).Append(card.Hint).OfType<ChatText>())
        {
            Assert.DoesNotContain("IncidentBot.", text.ToString());
            Assert.DoesNotContain("System.", text.ToString());
            Assert.NotEqual("", text.ToString());
        }
    });

    static void Each(string state, Action<Card> check) => Assert.All(Gallery.In(state), one =>
    {
        var failed = Record.Exception(() => check(one.Card));
        Assert.True(failed is null, $"{one.Name}: {failed?.Message}");
    });
}
