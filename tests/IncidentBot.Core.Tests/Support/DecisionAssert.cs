using IncidentBot.Incidents;

namespace IncidentBot.Support;

static class DecisionAssert
{
    public static IReadOnlyList<IncidentEvent> ShouldAccept(this Decision decision)
    {
        if (decision is Decision.Rejected { Reason: var why })
            Assert.Fail($"Rejected: {why}");
        return Assert.IsType<Decision.Accepted>(decision).Facts;
    }

    /// <returns>The only fact.</returns>
    public static T ShouldAccept<T>(this Decision decision)
        where T : IncidentEvent => Assert.IsType<T>(Assert.Single(decision.ShouldAccept()));

    public static void ShouldAccept(this Decision decision, params IncidentEvent[] facts) =>
        Assert.Equal(facts, decision.ShouldAccept());

    public static void ShouldReject(this Decision decision, string reason, string? field = null)
    {
        var rejected = Assert.IsType<Decision.Rejected>(decision);
        Assert.Equal((reason, field), (rejected.Reason.ToString(), rejected.Field));
    }

    public static void ShouldNotChange(this Decision decision, string reason) =>
        Assert.Equal(reason, Assert.IsType<Decision.Unchanged>(decision).Reason.ToString());

    /// <summary>The incident after the decision; as it was when nothing was accepted.</summary>
    public static Incident After(this Incident incident, Decision decision) =>
        decision is Decision.Accepted { Facts: var facts } ? incident.Apply(facts) : incident;
}
