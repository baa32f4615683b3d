using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>Who does what in an incident, and who somebody is to the bot.</summary>
public static class PeopleCards
{
    public static Card Responders(Incident incident, Organisation org) => new($"Who does what")
    {
        Header = incident.Heading(),
        Accent = incident.Colour(),
        Fields =
        [
            .. org.Roles.Select(role => new Field(role.Name, Holders(incident, role.Role))),
            new("Responders", incident.Responders.Count == 0 ? (ChatText)$"nobody yet" : IncidentWords.Names(incident.Responders)),
        ],
        Lines =
        [
            .. incident.Offer is not { } offer ? [] : new ChatText[] { $"{org.Describe(offer.Role).Name} was offered to {offer.To}, who has not answered yet." },
            .. !incident.IsOpen || !incident.OpenWorkstreams.Any() ? [] : new ChatText[] { $"Workstreams: {WorkstreamWords.Named([.. incident.OpenWorkstreams])}" },
        ],
        Buttons =
        [
            new("Join", $"join {incident.Reference}"), new("Give a role", $"role {incident.Reference}"),
            new("Hand off", $"handoff {incident.Reference}"),
        ],
    };

    public static Card WhoAmI(Person by, Organisation org, string surface, TimeZoneInfo zone) => new($"You are {by}")
    {
        Fields =
        [
            new("Id", $"{by.Id}"),
            new("Accounts", $"{string.Join(", ", org.AccountsOf(by))}"),
            new("Groups", $"{Groups(by, org)}"),
            new("Rights by group", $"{Rights(by, org)}"),
            new("Here", $"{surface}, time zone {zone.Id}"),
        ],
        Buttons = [new("My incidents", "list mine")],
        Hint = org.FindMember(by.Id) is null
            ? (ChatText)$"The organisation's file doesn't name you; add you there to join your accounts on other platforms."
            : null,
    };

    static ChatText Holders(Incident incident, Role role) =>
        incident.Assignments.Where(one => one.Role == role).ToArray() is { Length: > 0 } held
            ? ChatText.Join(", ", held.Select(one => one.Deputy is null ? (ChatText)$"{one.Person}" : $"{one.Person} (deputy {one.Deputy})"))
            : $"nobody";

    static string Groups(Person by, Organisation org) =>
        string.Join(", ", org.Groups.Where(group => group.People.Contains(by.Id)).Select(group => group.Name)) is { Length: > 0 } names
            ? names
            : "none";

    static string Rights(Person by, Organisation org) =>
        string.Join(", ", Enum.GetValues<Right>().Where(right => org.Holds(by, right, [])).Select(right => right switch
        {
            Right.SeePrivate => "see private incidents",
            Right.Publish => "post updates",
            Right.Administer => "see settings",
            _ => right.ToString().ToLowerInvariant(),
        })) is { Length: > 0 } words
            ? words
            : "none";
}
