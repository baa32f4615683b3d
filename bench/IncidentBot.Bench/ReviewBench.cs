using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Reviews;

namespace IncidentBot.Bench;

/// <summary>The review of an incident of which a great deal is on record: 200 kept messages among so many facts.</summary>
static class ReviewBench
{
    const int Kept = 200;

    public static async Task<int> Run(int facts)
    {
        await using var desk = await Desk.Open(null);
        var id = (await desk.Incidents.Start("long", "long", (_, _) => Decision.Accept([.. History(facts)]), default)).Incident.Id;
        var drafts = 0;
        await Timing.Percentiles($"draft of an incident with {facts} facts", 20, async _ =>
        {
            await Ask(desk, id, one => one.AskForDraft(desk.Now, From(++drafts)));
            var incident = (await desk.Incidents.Find(id, default))!;
            var texts = Drafting.Of(
                incident, await desk.Incidents.History(id, default), desk.Now, await desk.Incidents.Causes(incident, default));
            await Ask(desk, id, one => one.DraftReview(texts, desk.Now, From(++drafts)));
        }, warmUp: 2);
        await Timing.Percentiles("the same read as a page and as Markdown", 20, async _ =>
        {
            var incident = (await desk.Incidents.Find(id, default))!;
            MarkdownReview.Draw(ReviewSheet.For(incident, await desk.Incidents.History(id, default), "INC-1", desk.Now));
        }, warmUp: 2);
        return 0;
    }

    static async Task Ask(Desk desk, IncidentId id, Func<Incident, Decision> decide)
    {
        if ((await desk.Incidents.Change($"{Guid.NewGuid()}", id, decide, default))?.Decision is not Decision.Accepted)
            throw new InvalidOperationException("It was not drafted.");
    }

    static IEnumerable<IncidentEvent> History(int facts)
    {
        yield return new Declared(
            "Checkout is down", Catalog.IncidentStatus.Investigating, new("SEV1", 1), new("P1", 1), "software", null, ["service-1"],
            "staff", "long", false, false, false, null, null, null, "", From(-60).At, null, From(0));
        for (var at = 1; at <= facts - 2; at++)
            yield return (at % 50) switch
            {
                0 when at / 50 <= Kept => new Noted(at, "The gateway refuses every card.", From(at).At, true, From(at),
                    new($"m{at}", Desk.Ada, "", From(at).At, null)),
                1 => new UpdatePosted("We are on it, and say more soon.", null, From(at)),
                2 => new Reminded(TimerKind.UpdateDue, 1, Origin.Timer(From(at).At)),
                _ => new Noted(at, "Restarted one gateway; it comes up and fails after a minute.", From(at).At, at % 5 == 0, From(at)),
            };
        yield return new Resolved(new("Rolled back", "Roll back again", "software", "a bad deploy", ""), From(facts));
    }

    static Origin From(int second) => new(Desk.Ada, new DateTimeOffset(2030, 1, 2, 3, 0, 0, TimeSpan.Zero).AddSeconds(second), "room");
}
