using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What is said in chat of invitations that go by mail.</summary>
public static class InvitationCards
{
    /// <summary>To whom they go, for whoever scheduled the meeting.</summary>
    public static ChatText Sent(Incident incident, Organisation org)
    {
        if (!org.SendsMail)
            return $"Nobody is invited by mail, because mail is not set up: send the link round.";
        var guests = incident.MeetingGuests.Where(one => incident.VisibleTo(one, org)).ToArray();
        var (known, others) = (guests.Where(Known).ToArray(), guests.Where(one => !Known(one)).ToArray());
        return (known.Length, others.Length) switch
        {
            (0, 0) => $"Nobody took part who could be invited by mail.",
            (_, 0) => $"Invitations go by mail to {Names(known)}.",
            (0, _) => $"Invitations go by mail to {Names(others)}, if their profile has an address.",
            _ => $"Invitations go by mail to {Names(known)}, and to {Names(others)} if their profile has an address.",
        };

        bool Known(Person one) => org.FindMember(one.Id)?.Mail is not null;
    }

    /// <summary>For whoever sees to the review, once per person.</summary>
    public static Card Refused(Person whom, Incident incident) => new($"The invitation to the review of {incident.Reference.ToString()} doesn't reach {whom}")
    {
        Header = incident.Heading(),
        Accent = Accent.Warning,
        Lines = [$"The mail server refuses it for good. Tell them yourself when it is; their address is corrected in the organisation's file, or in their profile."],
        Buttons = [new("Show", $"show {incident.Reference}")],
    };

    static ChatText Names(IEnumerable<Person> people) => ChatText.Join(", ", people.Select(one => (ChatText)$"{one}"));
}
