using IncidentBot.Incidents;
using IncidentBot.Storage;
using IncidentBot.Support;

namespace IncidentBot.Tests.Storage;

public class AuditingFacts
{
    const int Incidents = 6;
    const int Faults = 100;

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Finds_nothing_wrong_with_what_only_the_bot_wrote(string kind)
    {
        var store = await Filled(kind);

        var report = await Verify(store);

        Assert.Empty(report.Flaws);
        Assert.Equal(Incidents, report.Incidents);
        Assert.Equal(await store.One<long>("SELECT count(*) FROM facts"), report.Facts);
    }

    /// <summary>Each is made, found, and taken back, so that the next one is found by itself.</summary>
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Finds_each_of_a_hundred_edits_deletions_insertions_and_swaps(string kind)
    {
        var store = await Filled(kind);
        var chance = new Random(20300102);
        for (var n = 0; n < Faults; n++)
        {
            var number = chance.Next(1, Incidents + 1);
            var id = await store.One<string>("SELECT id FROM incidents WHERE number = @number", new { number });
            var version = chance.Next(1, 8);
            await store.Execute("CREATE TABLE kept AS SELECT * FROM facts");
            await Break(store, n % 4, id!, version, chance);

            var flaw = Assert.Single((await Verify(store)).Flaws);
            Assert.StartsWith($"Incident {number}: ", flaw);

            await store.Execute("DELETE FROM facts");
            await store.Execute("INSERT INTO facts SELECT * FROM kept");
            await store.Execute("DROP TABLE kept");
        }
        Assert.Empty((await Verify(store)).Flaws);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Goes_on_where_facts_were_written_before_there_was_a_chain_and_takes_no_others_for_such(string kind)
    {
        var store = await Filled(kind);
        await store.Execute("UPDATE facts SET link = NULL");
        Assert.Equal(Incidents, (await Verify(store)).Flaws.Count);

        await store.Execute("UPDATE unlinked SET up_to = @Incidents", new { Incidents });
        Assert.Empty((await Verify(store)).Flaws);

        var first = (await store.Incidents.Find(new Reference("INC", 1), default))!;
        await store.Note(first, "written with a chain");
        Assert.Empty((await Verify(store)).Flaws);
        await store.Execute("UPDATE facts SET at = at + 1 WHERE incident_id = @id AND version = 2", new { id = $"{first.Id}" });
        Assert.Single((await Verify(store)).Flaws);
    }

    static async Task Break(Store store, int how, string id, long version, Random chance)
    {
        var there = new { id, version, other = (version % 8) + 1 };
        switch (how)
        {
            case 0:
                await store.Execute(
                    chance.Next(2) == 0
                        ? "UPDATE facts SET fact = replace(fact, 'at', 'AT') WHERE incident_id = @id AND version = @version"
                        : "UPDATE facts SET at = at + 1000 WHERE incident_id = @id AND version = @version",
                    there);
                break;
            case 1:
                await store.Execute("DELETE FROM facts WHERE incident_id = @id AND version = @version", there);
                break;
            case 2:
                await store.Execute("UPDATE facts SET version = version + 1000 WHERE incident_id = @id AND version >= @version", there);
                await store.Execute("UPDATE facts SET version = version - 999 WHERE incident_id = @id AND version >= 1000", there);
                await store.Execute(
                    """
                    INSERT INTO facts (incident_id, version, at, fact, link)
                    SELECT incident_id, @version, at, fact, link FROM facts WHERE incident_id = @id AND version = @version + 1
                    """,
                    there);
                break;
            default:
                await store.Execute("UPDATE facts SET version = 9999 WHERE incident_id = @id AND version = @version", there);
                await store.Execute("UPDATE facts SET version = @version WHERE incident_id = @id AND version = @other", there);
                await store.Execute("UPDATE facts SET version = @other WHERE incident_id = @id AND version = 9999", there);
                break;
        }
    }

    static async Task<Store> Filled(string kind)
    {
        var store = await Store.On(kind);
        for (var number = 1; number <= Incidents; number++)
        {
            var incident = await store.Declare($"outage {number}");
            for (var note = 1; note <= 8; note++)
                incident = await store.Note(incident, $"note {note} of {number}");
        }
        return store;
    }

    static Task<ChainReport> Verify(Store store) =>
        store.Database.Read(connection => ChainAudit.Verify(connection, default), default);
}
