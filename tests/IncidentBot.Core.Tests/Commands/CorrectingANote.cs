using IncidentBot.Chat;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

public class CorrectingANote
{
    [Theory]
    [InlineData("correct INC-1 1 the disk is full")]
    [InlineData("correct INC-1 #1: the disk is full")]
    [InlineData("correct INC-1 note 1 the disk is full")]
    public async Task Keeps_what_it_said_first(string line)
    {
        var talk = await Begun();

        Assert.Contains("corrected note 1: the disk is full (it was: the pool ran dry)", (await talk.Ask(line)).ToText());
        var timeline = (await talk.Ask("timeline INC-1")).ToText();
        Assert.Contains("the disk is full (edited)", timeline);
        Assert.Contains("it was: the pool ran dry", timeline);
    }

    [Fact]
    public async Task Asks_for_what_is_missing_with_what_it_says_now()
    {
        var talk = await Begun();

        var form = Assert.IsType<Reply.Ask>(await talk.Say("correct INC-1 1")).Form;
        Assert.Equal("the pool ran dry", Assert.Single(form.Inputs).Value);
        Assert.Equal(2, Assert.IsType<Reply.Ask>(await talk.Say("correct INC-1")).Form.Inputs.Count);
    }

    [Fact]
    public async Task Says_what_to_do_where_there_is_no_such_note_or_it_is_hidden()
    {
        var talk = await Begun();

        Assert.Contains("INC-1 has no note 7", (await talk.Refused("correct INC-1 7 the disk is full")).ToText());
        Assert.Contains("Note 1 says that already", (await talk.Ask("correct INC-1 1 the pool ran dry")).ToText());
        await talk.Ask("correct INC-1 1 the password is 1234");
        await talk.Ask("correct INC-1 1 the pool ran dry");
        await talk.Ask("hide INC-1 1");
        Assert.DoesNotContain("1234", (await talk.Ask("timeline INC-1")).ToText());
        Assert.Contains("Note 1 is hidden", (await talk.Refused("correct INC-1 1 the disk is full")).ToText());
    }

    static async Task<Conversation> Begun()
    {
        var talk = new Conversation(Some.Org());
        await talk.Ask("declare checkout is down");
        await talk.Ask("note INC-1 the pool ran dry");
        return talk;
    }
}
