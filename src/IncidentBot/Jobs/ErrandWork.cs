using System.Diagnostics;
using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>What each errand means; the table of contents of everything the bot does by itself.</summary>
public sealed class ErrandWork(RoomErrands rooms, CardErrands cards, SpokenErrands spoken, Conversation talk, Pager pager)
{
    /// <returns>Null when it was done; else why it was not needed any more.</returns>
    /// <exception cref="ChatUnavailableException">It may work later.</exception>
    /// <exception cref="ChatRefusedException">It will never work.</exception>
    public Task<string?> Do(ErrandClaim claim, Situation now, CancellationToken ct) => claim.Errand switch
    {
        Errand.OpenRoom open => rooms.Open(open.Platform, claim, now, ct),
        Errand.FurnishRoom furnish => rooms.Furnish(furnish.Room, claim, now, ct),
        Errand.ArchiveRoom archive => rooms.Archive(archive.Room, claim, now, ct),
        Errand.Invite invite => rooms.Invite(invite.To, [invite.Who], now, ct),
        Errand.Gather gather => rooms.Invite(gather.In, now.Incident.Members, now, ct),
        Errand.Link link => rooms.Link(link, now, ct),
        Errand.ShowCard show => cards.Show(show.In, claim, now, ct),
        Errand.Announce announce => cards.Announce(announce.Platform, claim, now, ct),
        Errand.Say say => spoken.Say(say, claim, now, ct),
        Errand.SayEverywhere say => spoken.SayEverywhere(say, now, ct),
        Errand.Tell tell => spoken.Tell(tell, now, ct),
        Errand.Remind remind => spoken.Remind(remind, now, ct),
        Errand.CallOut call => spoken.CallOut(call, now, ct),
        Errand.Relay relay => talk.Relay(relay.To, now, ct),
        Errand.Page page => pager.Deliver(page, claim, now, ct),
        _ => throw new UnreachableException(),
    };

    /// <summary>A page that will never be delivered.</summary>
    public Task GiveUp(Errand.Page page, ErrandClaim claim, string reason, CancellationToken ct) =>
        pager.GiveUp(page, claim, reason, ct);
}
