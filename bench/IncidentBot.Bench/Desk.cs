using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Bench;

/// <summary>The store by itself: no web, no pumps.</summary>
sealed class Desk : ICurrentOrganisation, IAsyncDisposable
{
    public static readonly Person Ada = new("ada", "Ada");

    Desk(string file)
    {
        File = file;
        Database = new(Dialect.Sqlite, $"Data Source={file}");
        var json = new FactJson(this);
        Outbox = new(Database, json, TimeProvider.System, new());
        Incidents = new(Database, json, new(Database), new(Outbox, new SpokenCards(), new()), this);
        Timers = new(Database, Incidents, this, TimeProvider.System);
    }

    public string File { get; }
    public Database Database { get; }
    public Outbox Outbox { get; }
    public IncidentStore Incidents { get; }
    public DueTimers Timers { get; }

    public Organisation Now { get; } = new()
    {
        Services =
        [
            .. Enumerable.Range(1, 50).Select(at => new Service(
                $"service-{at}", $"Service {at}", $"team-{at % 10}", 1, null, [], [], null)),
        ],
    };

    /// <param name="file">Null: a new one beside the working folder, on the disk that is measured.</param>
    public static async Task<Desk> Open(string? file)
    {
        var desk = new Desk(file ?? Path.GetFullPath($"bench-{Guid.NewGuid():N}.db"));
        await new Migrator(desk.Database).Run(default);
        return desk;
    }

    public Task<Outcome> Declare(string title, string once, Severity? severity = null)
    {
        var said = new Declaration(title) { Severity = severity };
        return Incidents.Start(
            once, said.Fingerprint,
            (blank, before) => blank.Declare(
                said, before, null, Now, new(Ada, TimeProvider.System.GetUtcNow(), "api")),
            default);
    }

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();

    /// <summary>Closes it and takes it off the disk.</summary>
    public async Task Throw()
    {
        await DisposeAsync();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(File)!, $"{Path.GetFileName(File)}*"))
            System.IO.File.Delete(file);
    }
}
