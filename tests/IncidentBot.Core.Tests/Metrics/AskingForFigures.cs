using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Metrics;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Metrics;

public class AskingForFigures
{
    [Theory]
    [InlineData("", "30d")]
    [InlineData("7d", "7d")]
    [InlineData("90d by service", "90d by service")]
    [InlineData("by team SEV1", "30d by team severity SEV1")]
    [InlineData("service Checkout by severity 14d", "14d by severity service checkout")]
    [InlineData("source user report by category", "30d by category source user report")]
    [InlineData("category software", "30d category software")]
    public void Understands(string written, string line)
    {
        var (asked, flaw) = Asked.Read(written, Moment, Org());

        Assert.Null(flaw);
        Assert.Equal(line, asked.Line);
    }

    [Theory]
    [InlineData("by", "Say by what: service, team, category, severity, source.")]
    [InlineData("by colour", "Say by what: service, team, category, severity, source.")]
    [InlineData("service nowhere", "There is no service “nowhere”.")]
    [InlineData("source", "Say which source.")]
    [InlineData("0d", "I don't understand “0d”. Write for example: metrics 90d by service.")]
    [InlineData("999d", "I don't understand “999d”. Write for example: metrics 90d by service.")]
    [InlineData("7", "I don't understand “7”. Write for example: metrics 90d by service.")]
    public void Says_what_it_does_not_understand(string written, string flaw) =>
        Assert.Equal(flaw, Asked.Read(written, Moment, Org()).Flaw);

    [Fact]
    public void Compares_with_as_many_days_before()
    {
        var period = new Period(7, Moment);

        Assert.Equal((Moment.AddDays(-7), Moment.AddDays(-14), Moment.AddDays(-7)), (period.From, period.Before.From, period.Before.To));
    }

    [Fact]
    public void Parts_them_so_that_an_incident_of_two_services_counts_for_both()
    {
        Measured At(int number, string services) => new(number, Moment.AddHours(-number).ToUnixTimeMilliseconds()) { Services = services };
        var asked = new Asked(new(7, Moment)) { By = Facet.Service };
        var report = Report.Of(
            asked, new([At(1, ",checkout,ledger,"), At(2, ",checkout,"), At(3, "")], 0), [At(200, ",ledger,")], [], Org());

        Assert.Equal(
            [("Checkout", 2, 0), ("Ledger", 1, 1), ("no service", 1, 0)],
            report.Groups.Select(group => (group.Name, group.Now.Incidents, group.Before.Incidents)));
    }

    [Fact]
    public void Draws_each_incident_into_the_bar_of_its_day()
    {
        Measured At(double daysAgo, int minutes) => new(1, Moment.AddDays(-daysAgo).ToUnixTimeMilliseconds()) { Resolve = minutes * 60_000L };

        var bars = Bar.Of([At(6.9, 10), At(0.5, 20), At(0.1, 40)], new(7, Moment));

        Assert.Equal([1, 0, 0, 0, 0, 0, 2], bars.Select(bar => bar.Incidents));
        Assert.Equal(TimeSpan.FromMinutes(30), bars[^1].Resolve);
        Assert.Null(bars[1].Resolve);
    }
}
