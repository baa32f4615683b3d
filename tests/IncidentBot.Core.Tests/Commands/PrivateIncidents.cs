using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

/// <summary>INC-1 is private: Ada declared it, Grace has nothing to do with it.</summary>
public class PrivateIncidents
{
    readonly Conversation talk = new();

    async Task Declared()
    {
        await talk.Ask("declare --private customer data leaked");
        await talk.Ask("declare mail is slow", Some.Grace);
    }

    [Theory]
    [InlineData("show INC-{0}")]
    [InlineData("INC-{0}")]
    [InlineData("ack INC-{0}")]
    [InlineData("resolve INC-{0}")]
    [InlineData("resolve INC-{0} done")]
    [InlineData("timeline INC-{0}")]
    [InlineData("catchup INC-{0}")]
    [InlineData("join INC-{0}")]
    [InlineData("note INC-{0} hello")]
    [InlineData("merge INC-2 into INC-{0}")]
    [InlineData("sub INC-{0} a part")]
    [InlineData("menu INC-{0}")]
    public async Task Are_answered_for_others_as_if_they_did_not_exist(string line)
    {
        await Declared();
        var hidden = await talk.Refused(string.Format(line, 1), Some.Grace);
        var absent = await talk.Refused(string.Format(line, 77), Some.Grace);
        Assert.Equal(absent.ToText().Replace("INC-77", "INC-1"), hidden.ToText());
    }

    [Fact]
    public async Task Are_not_told_apart_in_a_form_either()
    {
        await Declared();
        var hidden = Assert.IsType<Reply.Invalid>(await talk.Submit("merge INC-2 into", Some.Grace, answers: [("into", "INC-1")]));
        var absent = Assert.IsType<Reply.Invalid>(await talk.Submit("merge INC-2 into", Some.Grace, answers: [("into", "INC-77")]));
        Assert.Equal(absent.Errors[0].Reason.Replace("INC-77", "INC-1"), hidden.Errors[0].Reason);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("list all")]
    [InlineData("menu")]
    [InlineData("search data")]
    public async Task Are_in_no_list_of_others(string line)
    {
        await Declared();
        Assert.DoesNotContain("leaked", (await talk.Ask(line, Some.Grace)).ToText());
        Assert.Contains("leaked", (await talk.Ask(line, Some.Ada)).ToText());
    }

    [Fact]
    public async Task Are_completed_for_their_members_only()
    {
        await Declared();
        Assert.Contains(await talk.Complete("show INC-", Some.Ada), one => one.Line.Contains("INC-1"));
        Assert.DoesNotContain(await talk.Complete("show INC-", Some.Grace), one => one.Line.Contains("INC-1"));
    }

    [Fact]
    public async Task Are_seen_by_whoever_is_brought_in()
    {
        await Declared();
        await talk.Ask("join INC-1 @grace");
        Assert.Contains("leaked", (await talk.Ask("show INC-1", Some.Grace)).ToText());
    }

    [Fact]
    public async Task Never_lock_out_whoever_makes_them_private()
    {
        await Declared();
        await talk.Ask("private INC-2", Some.Alan);
        Assert.Contains("slow", (await talk.Ask("show INC-2", Some.Alan)).ToText());
    }

    [Fact]
    public async Task In_their_own_room_stay_closed_to_somebody_who_got_in()
    {
        await talk.Ask("convert --private data leaked", @in: Some.OwnRoom);
        Assert.Contains("Which incident?", (await talk.Refused("ack", Some.Grace, Some.OwnRoom)).ToText());
    }

    [Fact]
    public async Task Are_made_by_a_category_that_says_so()
    {
        await talk.Ask("declare category:security keys were published");
        Assert.True(talk.Incidents.Only.Private);
    }
}
