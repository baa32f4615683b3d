using IncidentBot.Commands;

namespace IncidentBot.Tests.Commands;

public class ReadingALine
{
    [Theory]
    // typed, verb, text, first, second
    [InlineData("ack", "ack", "", null, null)]
    [InlineData("/incident ack", "ack", "", null, null)]
    [InlineData("/INC ack", "ack", "", null, null)]
    [InlineData("@IncidentBot ack", "ack", "", null, null)]
    [InlineData("/ack", "ack", "", null, null)]
    [InlineData("ACK", "ack", "", null, null)]
    [InlineData("ack!", "ack", "", null, null)]
    [InlineData("resolve INC-12", "resolve", "", "INC-12", null)]
    [InlineData("resolve inc12 rolled back", "resolve", "rolled back", "INC-12", null)]
    [InlineData("resolve #12", "resolve", "", "INC-12", null)]
    [InlineData("INC-12 resolve rolled back", "resolve", "rolled back", "INC-12", null)]
    [InlineData("resolve rolled back INC-12", "resolve", "rolled back", "INC-12", null)]
    [InlineData("severity sev1 INC-12", "severity", "sev1", "INC-12", null)]
    [InlineData("INC-12", "show", "", "INC-12", null)]
    [InlineData("", "menu", "", null, null)]
    [InlineData("/incident", "menu", "", null, null)]
    [InlineData("merge INC-5 into INC-12", "merge", "", "INC-5", "INC-12")]
    [InlineData("merge INC-5 INC-12", "merge", "", "INC-5", "INC-12")]
    [InlineData("merge INC-12", "merge", "", "INC-12", null)]
    [InlineData("declare INC-12 is back", "declare", "INC-12 is back", null, null)]
    [InlineData("declare it looks like INC-12", "declare", "it looks like INC-12", null, null)]
    [InlineData("sub INC-12 payments part", "sub", "payments part", "INC-12", null)]
    [InlineData("status", "show", "", null, null)]
    [InlineData("status INC-12", "show", "", "INC-12", null)]
    [InlineData("status monitoring fix is in", "status", "monitoring fix is in", null, null)]
    [InlineData("status resolved rolled back", "resolve", "rolled back", null, null)]
    [InlineData("timeline", "timeline", "", null, null)]
    [InlineData("timeline 2", "timeline", "2", null, null)]
    [InlineData("timeline INC-12 2", "timeline", "2", "INC-12", null)]
    [InlineData("timeline the disk was full", "note", "the disk was full", null, null)]
    [InlineData("retitle x", null, "retitle x", null, null)]
    [InlineData("api is down", null, "api is down", null, null)]
    [InlineData("note first line\nsecond line", "note", "first line\nsecond line", null, null)]
    [InlineData("executive @ada", "role", "ExecutiveStakeholder @ada", null, null)]
    public void Finds_verb_incidents_and_text(string typed, string? verb, string text, string? first, string? second)
    {
        var line = Grammar.Read(typed, "INC").WithLast("INC", inRoomOfAnother: false);
        Assert.Equal(verb, line.Command is null ? null : line.Verb);
        Assert.Equal(text, line.Text);
        Assert.Equal(first, line.First?.ToString());
        Assert.Equal(second, line.Second?.ToString());
    }

    [Theory]
    [InlineData("note same as INC-3", null, "same as INC-3")]
    [InlineData("resolve together with INC-3", null, "together with INC-3")]
    [InlineData("note INC-3", "INC-3", "")]
    [InlineData("severity sev1 INC-3", "INC-3", "sev1")]
    [InlineData("note INC-3 same here", "INC-3", "same here")]
    public void In_a_room_of_its_own_leaves_a_reference_at_the_end_of_free_text_alone(string typed, string? first, string text)
    {
        var line = Grammar.Read(typed, "INC").WithLast("INC", inRoomOfAnother: true);
        Assert.Equal(first, line.First?.ToString());
        Assert.Equal(text, line.Text);
    }

    [Fact]
    public void Uses_the_prefix_of_the_organisation() =>
        Assert.Equal("OPS-7", $"{Grammar.Read("ack ops-7", "OPS").First}");
}
