using IncidentBot.Catalog;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Catalog;

public class ReadingAScale
{
    static readonly Organisation Weather = Org() with
    {
        Severities =
        [
            new(new("Hurricane", 1), "", true, null, null),
            new(new("Storm", 2), "", false, null, null),
            new(new("Breeze", 3), "", false, null, null),
        ],
        Priorities = [new(new("Now", 1), ""), new(new("Later", 2), "")],
    };

    [Theory]
    [InlineData("2")]
    [InlineData(" 2 ")]
    [InlineData("sev2")]
    [InlineData("sev-2")]
    [InlineData("SEV 2")]
    [InlineData("SEV2")]
    public void Takes_a_severity_as_people_write_it(string written) => Assert.Equal(Sev2, Org().FindSeverity(written));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("0")]
    [InlineData("5")]
    [InlineData("sev")]
    [InlineData("bad")]
    public void Takes_nothing_else(string written) => Assert.Null(Org().FindSeverity(written));

    [Theory]
    [InlineData("storm")]
    [InlineData("sev2")]
    [InlineData("2")]
    public void Takes_the_names_of_another_scale_and_the_usual_ones(string written) =>
        Assert.Equal("Storm", Weather.FindSeverity(written)?.Name);

    [Theory]
    [InlineData("p1")]
    [InlineData("1")]
    [InlineData("now")]
    public void Takes_a_priority_the_same_way(string written) => Assert.Equal("Now", Weather.FindPriority(written)?.Name);

    [Theory]
    [InlineData(Extent.All, Urgency.Now, "SEV1", "P1")]
    [InlineData(Extent.All, Urgency.Whenever, "SEV1", "P1")]
    [InlineData(Extent.Many, Urgency.Now, "SEV2", "P1")]
    [InlineData(Extent.Many, Urgency.ThisWeek, "SEV2", "P2")]
    [InlineData(Extent.Some, Urgency.Today, "SEV3", "P2")]
    [InlineData(Extent.None, Urgency.Whenever, "SEV4", "P4")]
    public void Suggests_by_impact_and_urgency(Extent impact, Urgency urgency, string severity, string priority)
    {
        var suggested = Org().Suggest(new(Extent.None, impact, Extent.None, Extent.None, urgency));

        Assert.Equal((severity, priority), (suggested.Severity.Name, suggested.Priority.Name));
    }

    [Theory]
    [InlineData(Extent.All, "Hurricane")]
    [InlineData(Extent.Many, "Hurricane")]
    [InlineData(Extent.Some, "Storm")]
    [InlineData(Extent.None, "Breeze")]
    public void Suggests_the_worse_one_when_a_scale_is_coarser(Extent impact, string severity) => Assert.Equal(
        severity, Weather.Suggest(new(impact, Extent.None, Extent.None, Extent.None, Urgency.Today)).Severity.Name);

    [Fact]
    public void Never_suggests_a_pair_that_breaks_the_guard() => Assert.All(
        from impact in Enum.GetValues<Extent>()
        from urgency in Enum.GetValues<Urgency>()
        from org in new[] { Org(), Weather }
        select org.Suggest(new(impact, Extent.None, Extent.None, Extent.None, urgency)),
        pair => Assert.False(Rating.Contradict(pair.Severity, pair.Priority)));
}
