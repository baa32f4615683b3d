using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class RelievingPeople
{
    static readonly Organisation Both = Org() with { Platforms = ["room", "slack"] };

    [Fact]
    public void Tells_those_who_were_called_and_says_it_where_it_was_said_that_nobody_is_on_it()
    {
        var errands = Acknowledge(Called(OpenIncident(room: OwnRoom, declaredIn: Hallway), everywhere: true), by: Mary);

        Assert.Equal([Grace, Alan], errands.OfType<Errand.Tell>().Select(tell => tell.Who));
        Assert.Equal([OwnRoom, Hallway], errands.OfType<Errand.Say>().Select(say => say.In));
        Assert.Equal(["room", "slack"], errands.OfType<Errand.SayEverywhere>().Select(say => say.Platform));
    }

    [Fact]
    public void Says_nothing_to_whoever_took_it_and_nothing_where_nobody_was_called()
    {
        var errands = Acknowledge(Called(OpenIncident(declaredIn: Hallway), everywhere: false), by: Grace);

        Assert.Equal([Alan], errands.OfType<Errand.Tell>().Select(tell => tell.Who));
        Assert.Empty(errands.OfType<Errand.SayEverywhere>());
    }

    [Fact]
    public void Is_not_needed_when_nobody_was_called() => Assert.DoesNotContain(
        Acknowledge(OpenIncident(declaredIn: Hallway), by: Grace), errand => errand is Errand.Say or Errand.Tell);

    [Fact]
    public void Stays_among_those_who_may_see_it_when_it_became_private()
    {
        var hidden = Called(OpenIncident(declaredIn: Hallway), everywhere: true).Apply(new PrivacyChanged(true, From(Ada)));

        Assert.DoesNotContain(Acknowledge(hidden, by: Mary), errand => errand is Errand.SayEverywhere or Errand.Say);
    }

    static Incident Called(Incident incident, bool everywhere) => incident.Apply(
        new Escalated("test", 1, 1, [Grace, Alan], everywhere, true, "", Origin.Timer(Moment)));

    static IReadOnlyList<Errand> Acknowledge(Incident before, Person by)
    {
        var fact = new Acknowledged(From(by));
        return Reactions.To([fact], before, before.Apply(fact), Both, Spoken.Cards);
    }
}
