using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class HoldingRoles
{
    static readonly RoleDescription Manager = Org().Describe(Role.IncidentManager);
    static readonly RoleDescription Specialist = Org().Describe(Role.TechnicalSpecialist);

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public void Is_possible_for_each_of_the_seven(Role role)
    {
        var description = Org().Describe(role);
        var incident = OpenIncident();
        incident = incident.After(incident.Assign(description, Grace, From(Ada)));

        Assert.Equal(Grace, incident.HolderOf(role));
        Assert.Contains(Grace, incident.Responders);
        Assert.Equal(description, Org().FindRole(description.Key));
        Assert.NotEmpty(description.Duties);
        incident.Assign(description, Grace, From(Ada)).ShouldNotChange($"Grace already has the role {description.Name}.");
        Assert.Null(incident.After(incident.Release(description, null, From(Ada))).HolderOf(role));
    }

    [Fact]
    public void Passes_to_the_next_where_only_one_may() =>
        Assert.Equal([Alan], With(Manager, Grace, Alan).HoldersOf(Role.IncidentManager));

    [Fact]
    public void Is_shared_where_several_may()
    {
        var incident = With(Specialist, Grace, Alan);

        Assert.Equal([Grace, Alan], incident.HoldersOf(Role.TechnicalSpecialist));
        Assert.Equal([Alan], incident.After(incident.Release(Specialist, Grace, From(Ada))).HoldersOf(Role.TechnicalSpecialist));
        Assert.Empty(incident.After(incident.Release(Specialist, null, From(Ada))).HoldersOf(Role.TechnicalSpecialist));
        incident.Release(Specialist, Mary, From(Ada)).ShouldNotChange("Nobody has the role Technical specialist.");
    }

    [Fact]
    public void Comes_with_a_deputy_who_stays_when_it_changes_hands()
    {
        var incident = With(Manager, Grace);
        incident = incident.After(incident.NameDeputy(Manager, Mary, From(Grace)));

        incident.NameDeputy(Manager, Mary, From(Grace)).ShouldNotChange("Mary is already the deputy.");
        incident.NameDeputy(Manager, Grace, From(Grace))
            .ShouldReject("Grace has the role and can't be the deputy too. Name somebody else.", "person");
        Assert.Equal(Mary, Assert.Single(incident.After(incident.Assign(Manager, Alan, From(Ada))).Assignments).Deputy);
        Assert.Null(Assert.Single(incident.After(incident.Assign(Manager, Mary, From(Ada))).Assignments).Deputy);
        OpenIncident().NameDeputy(Manager, Mary, From(Ada))
            .ShouldReject("Nobody has the role Incident manager yet. Assign it first: `role manager @name`.", "person");
    }

    [Fact]
    public void Is_handed_off_when_the_other_one_accepts()
    {
        var incident = With(Manager, Grace);
        var offered = incident.After(incident.OfferHandOff(Manager, Alan, From(Grace)));
        var accepted = offered.AnswerHandOff(true, Org(), From(Alan)).ShouldAccept<HandOffAccepted>();

        Assert.Equal(Grace, offered.Lead);
        offered.OfferHandOff(Manager, Alan, From(Grace)).ShouldNotChange("Alan was already asked.");
        offered.AnswerHandOff(true, Org(), From(Ada)).ShouldReject("The role was offered to Alan; only they can answer.");
        Assert.Equal((Alan, null), (offered.Apply(accepted).Lead, offered.Apply(accepted).Offer));
        Assert.Equal("Alan took over the role Incident manager from Grace", accepted.Describe().ToString());
        offered.Apply(accepted).AnswerHandOff(true, Org(), From(Alan))
            .ShouldReject("Nothing is offered in INC-1 any more. Assign it with `role … @me`.");
    }

    [Fact]
    public void Stays_where_it_was_when_the_other_one_declines()
    {
        var offered = With(Manager, Grace).Apply(new HandOffOffered(Role.IncidentManager, "Incident manager", Alan, From(Grace)));
        var declined = offered.AnswerHandOff(false, Org(), From(Alan)).ShouldAccept<HandOffDeclined>();

        Assert.Equal((Grace, null), (offered.Apply(declined).Lead, offered.Apply(declined).Offer));
        Assert.Equal("Alan declined the role Incident manager; it stays with Grace", declined.Describe().ToString());
    }

    [Fact]
    public void Is_handed_off_only_by_whoever_has_it_and_to_somebody_else()
    {
        With(Manager, Grace).OfferHandOff(Manager, Alan, From(Ada))
            .ShouldReject("Only who has the role Incident manager can hand it off. Assign it with `role manager @name`.", "role");
        With(Manager, Grace).OfferHandOff(Manager, Grace, From(Grace))
            .ShouldReject("You have the role already. Name somebody else.", "person");
    }

    [Fact]
    public void Is_no_longer_offered_when_either_leaves_or_the_role_is_given_to_another()
    {
        var offered = With(Manager, Grace).Apply(new HandOffOffered(Role.IncidentManager, "", Alan, From(Grace)));

        Assert.Null(offered.Apply(new Left(Grace, From(Grace))).Offer);
        Assert.Null(offered.Apply(new Left(Alan, From(Alan))).Offer);
        Assert.Null(offered.Apply(new RoleLeft(Role.IncidentManager, "", Grace, From(Ada))).Offer);
        Assert.Null(offered.Apply(new RoleAssigned(Role.IncidentManager, "", Mary, true, From(Ada))).Offer);
        Assert.NotNull(offered.Apply(new RoleAssigned(Role.ServiceDesk, "", Mary, false, From(Ada))).Offer);
    }

    [Fact]
    public void Ends_with_leaving_for_every_role_and_as_deputy_too()
    {
        var incident = With(Manager, Grace).Apply(
            [new DeputyNamed(Role.IncidentManager, "", Alan, From(Grace)), new RoleAssigned(Role.ServiceDesk, "", Alan, false, From(Ada))]);
        var after = incident.After(incident.Leave(From(Alan)));

        Assert.Equal([new Assignment(Role.IncidentManager, Grace)], after.Assignments);
        Assert.DoesNotContain(Alan, after.Members);
        after.Leave(From(Alan)).ShouldNotChange("You are not a responder of INC-1.");
    }

    [Fact]
    public void Is_described_by_default_where_the_organisation_says_nothing() =>
        Assert.Equal("Incident manager", (Org() with { Roles = [] }).Describe(Role.IncidentManager).Name);

    [Fact]
    public void Gives_rights_to_holders_deputies_and_members_of_a_group()
    {
        var org = Org() with
        {
            Rights = new Dictionary<Right, Holders> { [Right.Close] = new(false, [Role.IncidentManager], ["duty"]) },
        };
        var incident = With(Manager, Grace).Apply(new DeputyNamed(Role.IncidentManager, "", Alan, From(Grace)));

        Assert.Equal(
            [true, true, true, false],
            new[] { Grace, Alan, Mary, Ada }.Select(who => incident.May(who, Right.Close, org)));
        Assert.Equal("the incident manager or the group Duty managers", org.WhoHolds(Right.Close));
    }

    [Fact]
    public void Leaves_every_right_that_is_not_named_as_it_is_by_default()
    {
        var org = Org() with { Rights = new Dictionary<Right, Holders>() };

        Assert.True(OpenIncident().May(Grace, Right.Resolve, org));
        Assert.False(OpenIncident().May(Grace, Right.SeePrivate, org));
        Assert.Equal(("everybody", "nobody"), (org.WhoHolds(Right.Resolve), org.WhoHolds(Right.SeePrivate)));
    }

    [Fact]
    public void Is_not_needed_to_join_once_or_to_subscribe_once()
    {
        var incident = OpenIncident().Apply([new Joined(Grace, From(Grace)), new Subscribed(From(Mary))]);

        incident.Join(Grace, From(Grace)).ShouldNotChange("Grace is already a responder of INC-1.");
        incident.Subscribe(true, From(Mary)).ShouldNotChange("You are already subscribed to INC-1.");
        Assert.Empty(incident.After(incident.Subscribe(false, From(Mary))).Subscribers);
        incident.Subscribe(false, From(Grace)).ShouldNotChange("You are not subscribed to INC-1.");
    }

    static Incident With(RoleDescription role, params Person[] people) => OpenIncident().Apply(
        people.Select(who => new RoleAssigned(role.Role, role.Name, who, role.OneHolder, From(Ada))));
}
