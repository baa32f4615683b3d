using IncidentBot.Commands;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

/// <summary>What every command must be, including the ones not written yet.</summary>
public class TheCommandBook
{
    public static TheoryData<string> Verbs => [.. CommandBook.All.Select(command => command.Usage.Verb)];

    [Fact]
    public void Knows_every_command_there_is()
    {
        var written = Sample.Concrete<ICommand>().Select(type => type.Name);
        Assert.Equal(written.Order(), CommandBook.All.Select(command => command.GetType().Name).Order());
    }

    [Fact]
    public void Gives_every_word_to_one_command() =>
        Assert.Distinct(CommandBook.All.SelectMany(command => command.Usage.Aliases.Prepend(command.Usage.Verb)));

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Explains_each_command_in_a_sentence(string verb)
    {
        var usage = CommandBook.Find(verb)!.Usage;
        Assert.InRange(usage.Summary.Length, 10, 90);
        Assert.True(char.IsUpper(usage.Summary[0]) && usage.Summary[^1] != '.', usage.Summary);
        Assert.Contains(usage.Topic, Topics.All);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Helps_with_each_command(string verb)
    {
        var card = await new Conversation().Ask($"help {verb}");
        Assert.Contains(CommandBook.Find(verb)!.Usage.Syntax, card.ToText());
    }

    /// <summary>What commands.md promises and belongs to this part of the bot.</summary>
    [Theory]
    [InlineData("declare new create open report drill test backfill convert list show status info search ack acknowledge unack")]
    [InlineData("resolve fixed close reopen cancel decline merge sub mitigated monitoring identified update post note timeline")]
    [InlineData("summary catchup severity sev priority category type service title rename impact role lead commander handoff")]
    [InlineData("join leave responders escalate whoami runbook checklist subscribe unsubscribe executive bridge channel private")]
    [InlineData("archive settings help tutorial howto confirm told review field time accept deputy hide share still remind similar pir postmortem retro whys fishbone ishikawa fault-tree fta")]
    [InlineData("task action followup tasks hypothesis blast workstream stream")]
    public void Has_every_verb_that_was_promised(string verbs) =>
        Assert.All(verbs.Split(' '), verb => Assert.NotNull(CommandBook.Find(verb)));

    [Theory]
    [InlineData("page")]
    [InlineData("oncall")]
    [InlineData("maintenance")]
    [InlineData("statuspage")]
    public void Does_not_offer_what_does_not_exist_yet(string verb) => Assert.Null(CommandBook.Find(verb));
}
