using IncidentBot.Catalog;

namespace IncidentBot.Tests.Catalog;

public class ReachingOtherServices
{
    static Service One(string key, int tier, params string[] dependsOn) => new(key, key, null, tier, null, dependsOn, [], null);

    /// <summary>shop → checkout → ledger → disks; reports → ledger.</summary>
    static readonly Service[] Catalogue =
        [One("shop", 1, "checkout"), One("checkout", 1, "ledger"), One("ledger", 2, "disks"), One("disks", 0), One("reports", 0, "ledger"), One("mail", 3)];

    static IEnumerable<string> Said(IReadOnlyList<Reached> side) => side.Select(one => $"{one.Service.Key} {one.Steps}");

    [Fact]
    public void Goes_both_ways_the_nearest_and_most_important_first()
    {
        var radius = BlastRadius.Of(["ledger"], Catalogue);

        Assert.Equal(["disks 1"], Said(radius.Upstream));
        Assert.Equal(["checkout 1", "reports 1", "shop 2"], Said(radius.Downstream));
    }

    [Fact]
    public void Names_none_of_those_that_are_hit_already() =>
        Assert.Equal(["reports 1", "shop 1"], Said(BlastRadius.Of(["ledger", "checkout"], Catalogue).Downstream).Order());

    [Fact]
    public void Ends_where_a_circle_began()
    {
        Service[] circle = [One("a", 1, "b"), One("b", 1, "c"), One("c", 1, "a", "c")];

        Assert.Equal(["b 1", "c 2"], Said(BlastRadius.Of(["a"], circle).Upstream));
        Assert.Equal(["c 1", "b 2"], Said(BlastRadius.Of(["a"], circle).Downstream));
    }

    [Fact]
    public void Reaches_nothing_from_a_service_nobody_knows()
    {
        var radius = BlastRadius.Of(["moon"], [One("a", 1, "moon")]);

        Assert.Empty(radius.Upstream);
        Assert.Empty(radius.Downstream);
    }
}
