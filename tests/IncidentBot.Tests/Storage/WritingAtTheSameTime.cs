using IncidentBot.Storage;
using IncidentBot.Support;

namespace IncidentBot.Tests.Storage;

public class WritingAtTheSameTime
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Loses_nobody_when_twenty_change_one_incident(string kind)
    {
        var store = await Store.On(kind);
        var incident = await store.Declare();

        await Task.WhenAll(Enumerable.Range(1, 20).Select(at => Task.Run(() => store.Note(incident, $"line {at}"))));

        var now = await store.Incidents.Find(incident.Id, default);
        Assert.Equal((21, 20), (now!.Version, now.Notes));
        Assert.Equal(
            Enumerable.Range(1, 21), (await store.Incidents.History(incident.Id, default)).Select(one => one.Version));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Numbers_incidents_without_doubles(string kind)
    {
        var store = await Store.On(kind);

        var all = await Task.WhenAll(Enumerable.Range(1, 30).Select(at => Task.Run(() => store.Declare($"outage {at}"))));

        Assert.Equal(Enumerable.Range(1, 30), all.Select(incident => incident.Reference.Number).Order());
    }

    [Fact]
    public async Task Shares_a_commit_and_takes_back_only_what_failed()
    {
        var database = await TestDatabase.New("sqlite");
        var store = new Store(database);
        await store.Execute("CREATE TABLE seen (word TEXT PRIMARY KEY)");
        var held = new TaskCompletionSource();

        // While the first is under way the others queue up, so that they become one group.
        var first = database.Write(async writing =>
        {
            await held.Task;
            return await writing.Execute("INSERT INTO seen VALUES ('first')");
        }, default);
        var good = database.Write(writing => writing.Execute("INSERT INTO seen VALUES ('good')"), default);
        var bad = database.Write<int>(async writing =>
        {
            await writing.Execute("INSERT INTO seen VALUES ('bad')");
            throw new InvalidOperationException("broken");
        }, default);
        var twice = database.Write(writing => writing.Execute("INSERT INTO seen VALUES ('good')"), default);
        var undone = database.Write(async writing =>
        {
            await writing.Execute("INSERT INTO seen VALUES ('undone')");
            writing.Undo();
            return "said";
        }, default);
        var last = database.Write(writing => writing.Execute("INSERT INTO seen VALUES ('last')"), default);
        held.SetResult();

        await first;
        await good;
        await last;
        Assert.Equal("said", await undone);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => twice);
        Assert.Equal(
            ["first", "good", "last"], await database.Write(writing => writing.All<string>("SELECT word FROM seen ORDER BY word"), default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Tells_others_only_of_what_was_stored(string kind)
    {
        var database = await TestDatabase.New(kind);
        var told = new List<string>();

        await database.Write(writing =>
        {
            writing.Afterwards(() => told.Add("stored"));
            writing.Afterwards(() => throw new InvalidOperationException("a hint that breaks is no fault of the write"));
            return Task.FromResult(true);
        }, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Write<int>(writing =>
        {
            writing.Afterwards(() => told.Add("failed"));
            throw new InvalidOperationException("broken");
        }, default));
        await database.Write(writing =>
        {
            writing.Afterwards(() => told.Add("undone"));
            writing.Undo();
            return Task.FromResult(true);
        }, default);

        Assert.Equal(["stored"], told);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Leaves_the_others_alone_when_a_caller_goes_away(string kind)
    {
        var store = await Store.On(kind);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.Database.Write(writing => writing.Execute("SELECT 1"), gone.Token));

        Assert.Equal(1, (await store.Declare()).Version);
    }
}
