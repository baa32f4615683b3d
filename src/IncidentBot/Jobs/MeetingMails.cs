using IncidentBot.Calendars;
using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Exports;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Keeps the meeting of a review true in one person's calendar: invited, moved, canceled, each told once.</summary>
public sealed class MeetingMails(PostOffice post, IIncidents incidents, INotebook notes, Outbox outbox, Deliveries deliveries)
{
    const string Channel = "mail";
    const string Request = "request";

    public Breaker Breaker => post.Breaker;

    /// <returns>Null when it was done; else why it was not needed.</returns>
    public async Task<string?> Show(Errand.MailMeeting errand, Situation now, CancellationToken ct)
    {
        var (incident, org, whom) = (now.Incident, now.Org, errand.Whom);
        var history = (await incidents.History(incident.Id, ct)).Select(one => one.Fact);
        if (MeetingSheet.For(incident, history, org) is not { } meeting)
            return "no meeting was ever scheduled";
        var (note, withdrawn) = ($"meeting:{incident.Id}/{whom.Id}", !incident.VisibleTo(whom, org));
        var (cancels, before) = (meeting.Canceled || withdrawn, await notes.Read(Channel, note, ct));
        var told = $"{meeting.Version} {(cancels ? "cancel" : Request)}";
        if (before == told)
            return "they know that";
        var invited = before?.EndsWith(Request, StringComparison.Ordinal) == true;
        if (cancels && !invited)
            return "they are not invited";
        if (meeting.At <= now.At)
            return "it is over";
        if (await post.BoxOf(whom, org, ct) is not { } box)
            return "no mail address of theirs is known";
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(org.FindMember(whom.Id)?.Zone ?? "", out var theirs) ? theirs : null;
        var words = withdrawn ? Invitation.Withdrawn(meeting, zone) : cancels ? Invitation.Off(meeting, zone)
            : Invitation.To(meeting, [.. incident.MeetingGuests.Where(one => incident.VisibleTo(one, org))], invited, zone);
        var who = new Attending(box.Address, box.Name, post.Mail.From.Address, post.Mail.From.Name);
        var calendar = cancels
            ? new CalendarPart("CANCEL", MeetingEntry.Cancel(meeting, who, withdrawn, now.At))
            : new CalendarPart("REQUEST", MeetingEntry.Request(meeting, who, now.At));
        await Send(new(box, words.Subject, words.Text, words.Html, $"{incident.Id}/{whom.Id}/{told}", calendar), whom, now, ct);
        await notes.Write(Channel, note, told, null, ct);
        return null;
    }

    async Task Send(Letter letter, Person whom, Situation now, CancellationToken ct)
    {
        var (incident, key) = (now.Incident, $"{now.Incident.Reference}/meeting");
        try
        {
            await post.Send(letter, ct);
            await deliveries.Record(incident.Id, key, whom, Channel, "delivered", "", ct);
        }
        catch (ChatRefusedException never)
        {
            await deliveries.Record(incident.Id, key, whom, Channel, "undeliverable", never.Message, ct);
            await TellTheOwner(whom, now, ct);
            throw;
        }
    }

    /// <summary>Once, however often it is moved after that.</summary>
    async Task TellTheOwner(Person whom, Situation now, CancellationToken ct)
    {
        var (incident, note) = (now.Incident, $"refused:{now.Incident.Id}/{whom.Id}");
        if (await notes.Read(Channel, note, ct) is not null
            || new[] { incident.Review?.Owner, incident.ReviewCalledBy, incident.Lead }.OfType<Person>()
                .FirstOrDefault(one => incident.VisibleTo(one, now.Org)) is not { } owner)
            return;
        await outbox.Put(incident.Id, [new Errand.Tell(owner, InvitationCards.Refused(whom, incident), $"{incident.Reference}/not-invited/{whom.Id}")], ct);
        await notes.Write(Channel, note, owner.Id, null, ct);
    }
}
