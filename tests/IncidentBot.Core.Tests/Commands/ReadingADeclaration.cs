using IncidentBot.Catalog;
using IncidentBot.Commands;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

public class ReadingADeclaration
{
    static readonly Organisation Org = Some.Org() with
    {
        Services =
        [
            new("checkout", "Checkout", "payments", 1, null, [], [], null),
            new("card-vault", "Card Vault", "payments", 1, null, [], [], null),
        ],
        Templates = [new("db", "Database failover", "SEV1", null, "software", null, ["checkout"], "Follow the runbook")],
        Types = [new("outage", "Outage", false, [])],
    };

    [Theory]
    // typed, title, severity, priority, services
    [InlineData("checkout is down", "checkout is down", null, null, "")]
    [InlineData("sev1 checkout is down", "checkout is down", "SEV1", null, "")]
    [InlineData("SEV-2 p3 checkout is down", "checkout is down", "SEV2", "P3", "")]
    [InlineData("p1 sev3 x", "x", "SEV3", "P1", "")]
    [InlineData("service checkout it hangs", "it hangs", null, null, "checkout")]
    [InlineData("sev2 service card vault reads fail", "reads fail", "SEV2", null, "card-vault")]
    [InlineData("service:checkout service:card-vault both", "both", null, null, "checkout,card-vault")]
    [InlineData("service desk is unreachable", "service desk is unreachable", null, null, "")]
    [InlineData("2 servers are down", "2 servers are down", null, null, "")]
    [InlineData("checkout at sev1 level", "checkout at sev1 level", null, null, "")]
    [InlineData("http://example.org is down", "http://example.org is down", null, null, "")]
    [InlineData("error: disk full", "error: disk full", null, null, "")]
    [InlineData("template:db", "Database failover", "SEV1", null, "checkout")]
    [InlineData("template:db sev2 only the replica", "only the replica", "SEV1", null, "checkout")]
    [InlineData("sev2 template:db", "Database failover", "SEV2", null, "checkout")]
    [InlineData("  many   blanks\nand lines ", "many blanks and lines", null, null, "")]
    [InlineData("sev1", "", "SEV1", null, "")]
    public void Takes_what_stands_first_for_what_it_says(
        string typed, string title, string? severity, string? priority, string services)
    {
        var said = DeclarationText.Of(typed, Org).Said;
        Assert.Equal(title, said.Title);
        Assert.Equal(severity, said.Severity?.Name);
        Assert.Equal(priority, said.Priority?.Name);
        Assert.Equal(services, string.Join(',', said.Services));
    }

    [Theory]
    [InlineData("sev9 api is down", "There is no SEV9 here. The scales are SEV1, SEV2, SEV3, SEV4 and P1, P2, P3, P4.")]
    [InlineData("template:nope", "There is no template “nope”.")]
    [InlineData("service:nope it hangs", "There is no service “nope” in the catalogue.")]
    [InlineData("category:nope it hangs", "There is no category “nope”.")]
    [InlineData("type:nope it hangs", "There is no type “nope”.")]
    public void Says_what_it_could_not_find(string typed, string flaw) =>
        Assert.Equal(flaw, DeclarationText.Of(typed, Org).Flaw);

    [Fact]
    public void Can_be_written_down_again_as_a_line()
    {
        var said = DeclarationText.Of("sev2 p2 service card vault category:software reads fail", Org).Said;
        var again = DeclarationText.Of(DeclarationText.Line(said, Org), Org).Said;
        Assert.Equal((said.Title, said.Severity, said.Priority, said.Category), (again.Title, again.Severity, again.Priority, again.Category));
        Assert.Equal(said.Services, again.Services);
    }
}
