using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class KeepingAnIncidentPrivate
{
    static readonly Incident Breach = OpenIncident(@private: true, declaredIn: Hallway);

    [Fact]
    public void Shows_it_to_its_members_and_to_nobody_else()
    {
        var incident = Breach.Apply(
        [
            new RoleAssigned(Role.IncidentManager, "", Grace, true, From(Ada)),
            new HandOffOffered(Role.IncidentManager, "", Alan, From(Grace)),
        ]);

        Assert.Equal([true, true, true, false], new[] { Ada, Grace, Alan, Mary }.Select(who => incident.VisibleTo(who, Org())));
        Assert.True(incident.VisibleTo(Person.Bot, Org()));
    }

    [Fact]
    public void Shows_it_to_those_who_are_trusted_with_all_of_them_but_never_a_practice()
    {
        var org = Org() with { Rights = new Dictionary<Right, Holders> { [Right.SeePrivate] = new(false, [], ["duty"]) } };

        Assert.True(Breach.VisibleTo(Mary, org));
        Assert.True(OpenIncident(@private: true, drill: true).VisibleTo(Mary, org));
        Assert.False(OpenIncident(@private: true, drill: true, practice: true).VisibleTo(Mary, org));
        Assert.True(OpenIncident(@private: true, practice: true).Apply(new Left(Ada, From(Ada))).VisibleTo(Ada, org));
    }

    [Fact]
    public void Ends_when_it_is_made_public_again()
    {
        var incident = Breach.After(Breach.MakePrivate(false, From(Ada)));

        Assert.True(incident.VisibleTo(Mary, Org()));
        incident.MakePrivate(false, From(Ada)).ShouldNotChange("INC-1 is already visible to everybody.");
        Breach.MakePrivate(true, From(Ada)).ShouldNotChange("INC-1 is already private.");
    }

    [Fact]
    public void Is_for_good_in_a_practice() => OpenIncident(@private: true, practice: true).MakePrivate(false, From(Ada))
        .ShouldReject("INC-1 is practice and stays between you and the bot. `drill` is for everybody.");

    [Fact]
    public void Shows_no_card_where_it_was_declared_and_announces_nothing()
    {
        Assert.Empty(Breach.Places());
        Assert.Equal([OwnRoom], Breach.Apply(new RoomOpened(OwnRoom, Origin.Timer(Moment))).Places());
        Assert.Empty(Errands(Breach, new Renamed("a", "b", From(Ada))));
    }

    [Fact]
    public void Takes_back_every_card_that_was_shown_before()
    {
        var shown = OpenIncident(declaredIn: Hallway, room: OwnRoom);
        var errands = Errands(shown, new PrivacyChanged(true, From(Ada)));

        Assert.Equal(
            [new Errand.FurnishRoom(OwnRoom), new Errand.ShowCard(OwnRoom), new Errand.ShowCard(Hallway), new Errand.Announce("room")],
            errands);
        Assert.Equal([OwnRoom], shown.Apply(new PrivacyChanged(true, From(Ada))).Places());
        Assert.False(shown.Apply(new PrivacyChanged(true, From(Ada))).IsAnnounced);
    }

    [Fact]
    public void Shows_every_card_again_when_it_is_made_public() => Assert.Equal(
        [new Errand.ShowCard(Hallway), new Errand.Announce("room")],
        Errands(Breach, new PrivacyChanged(false, From(Ada))));

    [Fact]
    public void Tells_a_subscriber_nothing_who_may_not_see_it_any_more()
    {
        var incident = Breach.Apply([new Subscribed(From(Mary)), new Joined(Grace, From(Grace)), new Subscribed(From(Grace))]);

        Assert.Equal(
            [Grace],
            Errands(incident, new UpdatePosted("news", null, From(Ada))).OfType<Errand.Tell>().Select(tell => tell.Who));
    }

    [Fact]
    public void Leaves_its_title_out_of_an_incident_that_everybody_sees()
    {
        var open = OpenIncident(number: 2);

        Assert.Equal("INC-1 was merged into this", open.Absorb(Breach, From(Ada)).ShouldAccept()[0].Describe().ToString());
        Assert.Equal("Ada declared INC-1 as a part of this", open.AddSubIncident(Breach, From(Ada)).ShouldAccept()[0].Describe().ToString());
        Assert.Equal("INC-2 was merged into this: Checkout is down", Breach.Absorb(open, From(Ada)).ShouldAccept()[0].Describe().ToString());
    }

    static IReadOnlyList<Errand> Errands(Incident before, IncidentEvent fact) =>
        Reactions.To([fact], before, before.Apply(fact), Org(), Spoken.Cards);
}
