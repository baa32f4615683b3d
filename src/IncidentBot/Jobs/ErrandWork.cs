using System.Diagnostics;
using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>What each errand means; the table of contents of everything the bot does by itself.</summary>
public sealed class ErrandWork(ChatErrands chat, Conversation talk, Pager pager, OutsideErrands outside)
{
    /// <returns>Null when it was done; else why it was not needed any more.</returns>
    /// <exception cref="ChatUnavailableException">It may work later.</exception>
    /// <exception cref="ChatRefusedException">It will never work.</exception>
    public Task<string?> Do(ErrandClaim claim, Situation now, CancellationToken ct) => claim.Errand switch
    {
        Errand.OpenRoom open => chat.Rooms.Open(open.Platform, claim, now, ct),
        Errand.FurnishRoom furnish => chat.Rooms.Furnish(furnish.Room, claim, now, ct),
        Errand.ArchiveRoom archive => chat.Rooms.Archive(archive.Room, claim, now, ct),
        Errand.Invite invite => chat.Rooms.Invite(invite.To, [invite.Who], now, ct),
        Errand.Gather gather => chat.Rooms.Invite(gather.In, now.Incident.Members, now, ct),
        Errand.Link link => chat.Rooms.Link(link, now, ct),
        Errand.ShowCard show => chat.Cards.Show(show.In, claim, now, ct),
        Errand.Announce announce => chat.Cards.Announce(announce.Platform, claim, now, ct),
        Errand.ShowReview show => chat.Reviews.Show(show, claim, now, ct),
        Errand.AnnounceReview announce => chat.Reviews.Announce(announce, claim, now, ct),
        Errand.ShowChecklists show => chat.Checklists.Show(show.In, claim, now, ct),
        Errand.Say say => chat.Spoken.Say(say, claim, now, ct),
        Errand.SayEverywhere say => chat.Spoken.SayEverywhere(say, now, ct),
        Errand.Tell tell => chat.Spoken.Tell(tell, now, ct),
        Errand.Remind remind => chat.Spoken.Remind(remind, now, ct),
        Errand.RemindOfTasks remind => chat.Spoken.RemindOfTasks(remind, now, ct),
        Errand.AskForCheckIns ask => chat.Spoken.AskForCheckIns(ask, now, ct),
        Errand.SayMissedCheckIns say => chat.Spoken.SayMissedCheckIns(say, now, ct),
        Errand.FirstLook look => chat.Spoken.FirstLook(look, now, ct),
        Errand.CallOut call => chat.Spoken.CallOut(call, now, ct),
        Errand.MirrorTask mirror => outside.Mirrors.Show(mirror, claim, now, ct),
        Errand.MailMeeting meeting => outside.Meetings.Show(meeting, now, ct),
        Errand.SendReview send => outside.Reviews.Send(send, now, ct),
        Errand.Relay relay => talk.Relay(relay.To, now, ct),
        Errand.Page page => pager.Deliver(page, claim, now, ct),
        _ => throw new UnreachableException(),
    };

    /// <summary>A page that will never be delivered.</summary>
    public Task GiveUp(Errand.Page page, ErrandClaim claim, string reason, CancellationToken ct) =>
        pager.GiveUp(page, claim, reason, ct);
}

/// <summary>What is done on chat platforms.</summary>
public sealed record ChatErrands(RoomErrands Rooms, CardErrands Cards, ReviewErrands Reviews, ChecklistErrands Checklists, SpokenErrands Spoken);

/// <summary>What is done at services that are no chat platforms.</summary>
public sealed record OutsideErrands(Mirrors Mirrors, ReviewOutlets Reviews, MeetingMails Meetings);
