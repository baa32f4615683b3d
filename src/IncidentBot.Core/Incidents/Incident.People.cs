using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    public Decision Assign(RoleDescription role, Person to, Origin from) =>
        IsOver ? NotOpen()
        : HoldersOf(role.Role).Contains(to) ? Unchange($"{to} already has the role {role.Name}.")
        : Accept(new RoleAssigned(role.Role, role.Name, to, role.OneHolder, from));

    /// <param name="who">Null: whoever holds it.</param>
    public Decision Release(RoleDescription role, Person? who, Origin from) =>
        HoldersOf(role.Role).Where(holder => who is null || holder == who).ToArray() is { Length: > 0 } holders
            ? Accept([.. holders.Select(holder => new RoleLeft(role.Role, role.Name, holder, from))])
            : Unchange($"Nobody has the role {role.Name}.");

    public Decision NameDeputy(RoleDescription role, Person deputy, Origin from) =>
        IsOver ? NotOpen()
        : HolderOf(role.Role) is null ? Reject($"Nobody has the role {role.Name} yet. Assign it first: {Code($"role {role.Key} @name")}.", "person")
        : HoldersOf(role.Role).Contains(deputy) ? Reject($"{deputy} has the role and can't be the deputy too. Name somebody else.", "person")
        : Assignments.Where(one => one.Role == role.Role).All(one => one.Deputy == deputy) ? Unchange($"{deputy} is already the deputy.")
        : Accept(new DeputyNamed(role.Role, role.Name, deputy, from));

    /// <summary>Offers a role one holds; it changes hands when the other accepts.</summary>
    public Decision OfferHandOff(RoleDescription role, Person to, Origin from) =>
        IsOver ? NotOpen()
        : !HoldersOf(role.Role).Contains(from.By) ? Reject($"Only who has the role {role.Name} can hand it off. Assign it with {Code($"role {role.Key} @name")}.", "role")
        : to == from.By ? Reject($"You have the role already. Name somebody else.", "person")
        : Offer is { } open && open.Role == role.Role && open.To == to ? Unchange($"{to} was already asked.")
        : Accept(new HandOffOffered(role.Role, role.Name, to, from));

    public Decision AnswerHandOff(bool accept, Organisation org, Origin from)
    {
        if (IsOver)
            return NotOpen();
        if (Offer is not { } offer)
            return Reject($"Nothing is offered in {Name} any more. Assign it with {Code("role … @me")}.");
        if (offer.To != from.By)
            return Reject($"The role was offered to {offer.To}; only they can answer.");
        var role = org.Describe(offer.Role);
        return accept
            ? Accept(new HandOffAccepted(role.Role, role.Name, offer.By, role.OneHolder, from))
            : Accept(new HandOffDeclined(role.Role, role.Name, offer.By, from));
    }

    public Decision Join(Person who, Origin from) =>
        IsOver ? NotOpen()
        : Responders.Contains(who) ? Unchange($"{who} is already a responder of {Name}.")
        : Accept(new Joined(who, from));

    /// <summary>Whoever leaves is on it no longer: their acknowledgement ends with it, and the ladder goes on.</summary>
    public Decision Leave(Origin from) =>
        !Responders.Contains(from.By) ? Unchange($"You are not a responder of {Name}.")
        : IsOpen && Acknowledgement?.By == from.By
            ? Accept(new Left(from.By, from), new AcknowledgementEnded("left the incident", from))
        : Accept(new Left(from.By, from));

    public Decision Subscribe(bool on, Origin from) =>
        on == Subscribers.Contains(from.By)
            ? Unchange($"You are {(on ? "already" : "not")} subscribed to {Name}.")
            : on ? Accept(new Subscribed(from)) : Accept(new Unsubscribed(from));

    /// <summary>A private incident is seen by its members and by those the organisation trusts with all of them.</summary>
    public bool VisibleTo(Person person, Organisation org) =>
        !Private || person == Person.Bot || Members.Contains(person)
        || (Practice ? person == Reporter : May(person, Right.SeePrivate, org));

    /// <summary>Whether somebody may do what not everybody may; a deputy may what the role may.</summary>
    public bool May(Person person, Right right, Organisation org) => org.Holds(person, right, Assignments.SelectMany(one =>
        one.Deputy is null ? [new Held(one.Role, one.Person)] : new[] { new Held(one.Role, one.Person), new Held(one.Role, one.Deputy) }));
}
