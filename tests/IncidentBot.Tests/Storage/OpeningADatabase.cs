using IncidentBot.Storage;
using IncidentBot.Support;

namespace IncidentBot.Tests.Storage;

public class OpeningADatabase
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task May_be_done_by_several_at_once_and_again(string kind)
    {
        var where = kind == "sqlite" ? TestDatabase.NewFile() : await TestDatabase.NewOnServer();
        await using var database = TestDatabase.Open(kind, where);

        await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => Task.Run(() => new Migrator(database).Run(default))));
        await new Migrator(database).Run(default);

        Assert.Equal(1, (await new Store(database).Declare()).Reference.Number);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Is_refused_when_a_newer_version_was_there(string kind)
    {
        var store = await Store.On(kind);
        await store.Execute("INSERT INTO migrations (name) VALUES ('999_tomorrow.sql')");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => new Migrator(store.Database).Run(default));

        Assert.Contains("newer version", Assert.Single(refused.Lines));
    }

    [Fact]
    public async Task Says_that_it_is_away_when_it_can_not_be_read_or_written()
    {
        await using var database = TestDatabase.Open("sqlite", "Data Source=/nowhere/at/all.db");

        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => database.Write(writing => writing.Execute("SELECT 1"), default));
        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => database.Read(_ => Task.FromResult(1), default));
    }

    [Fact]
    public async Task Goes_on_after_the_disk_was_full()
    {
        var store = await Store.On("sqlite");
        await store.Declare("before");
        var pages = await store.One<long>("PRAGMA page_count");

        await store.Execute($"PRAGMA max_page_count = {pages + 2}");
        var accepted = 0;
        await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
        {
            while (true)
            {
                await store.Declare($"flood {accepted} {new string('x', 150)}");
                accepted++;
            }
        });
        Assert.Equal(accepted + 1, await store.One<long>("SELECT count(*) FROM incidents"));
        await store.Execute("PRAGMA max_page_count = 1000000");

        Assert.Equal(accepted + 2, (await store.Declare("after")).Reference.Number);
    }
}
