using IncidentBot.Teams.Outgoing;

namespace IncidentBot.Teams;

public class NamingChannels
{
    [Theory]
    [InlineData("inc-12-checkout-is-down", "inc-12-checkout-is-down")]
    [InlineData("a~b#c%d&e*f{g}h+i/j\\k:l<m>n?o|p'q\"r,s", "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s")]
    [InlineData("a..b...c", "a.b.c")]
    [InlineData("_.hidden", "hidden")]
    [InlineData("the end.", "the end")]
    [InlineData("line\nfeed\tand\u0007bell", "line-feed-and-bell")]
    [InlineData("CON", "CON-incident")]
    [InlineData("general", "general-incident")]
    [InlineData("lpt1", "lpt1-incident")]
    [InlineData("???", "incident")]
    [InlineData("", "incident")]
    public void A_name_becomes_one_that_Teams_takes(string wanted, string gets) =>
        Assert.Equal(gets, ChannelNames.Bend(wanted));

    [Fact]
    public void A_long_name_is_cut_between_letters()
    {
        var name = ChannelNames.Bend($"inc-12-{string.Concat(Enumerable.Repeat("👩‍🚒", 20))}");

        Assert.InRange(name.Length, 40, ChannelNames.Longest);
        Assert.EndsWith("👩‍🚒", name);
    }

    [Fact]
    public void Where_a_name_is_taken_the_next_one_fits_too()
    {
        var all = ChannelNames.Candidates(new string('x', 50)).Take(100).ToArray();

        Assert.Equal(100, all.Distinct().Count());
        Assert.All(all, name => Assert.InRange(name.Length, 1, ChannelNames.Longest));
        Assert.EndsWith("-100", all[^1]);
    }

    [Fact]
    public void A_description_is_one_line_and_not_too_long()
    {
        var text = ChannelNames.Description($"INC-12: {new string('y', 2000)}\nand more", "SEV1");

        Assert.InRange(text.Length, 1000, ChannelNames.LongestDescription);
        Assert.DoesNotContain('\n', text);
    }
}
