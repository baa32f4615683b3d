using System.Collections.Concurrent;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Drawing;
using IncidentBot.Support;
using IncidentBot.Teams.Outgoing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Teams;

/// <summary>Teams as a chat platform and nothing behind it: a fake tenant.</summary>
sealed class TeamsHouse : ICurrentOrganisation, IPeople, IRoomWatch, IAsyncDisposable
{
    readonly List<ServiceProvider> nodes = [];
    readonly ConcurrentQueue<(Room Room, RoomLoss How)> losses = [];

    TeamsHouse(FakeTimeProvider clock, FakeTeams teams, (string, string)[] settings)
    {
        (Clock, Teams) = (clock, teams);
        Settings = CallingTeams.Settings(teams, [("Teams:TeamId", FakeTeams.FirstGroup), .. settings]);
        Platform = AnotherNode();
    }

    public FakeTimeProvider Clock { get; }
    public FakeTeams Teams { get; }
    public TeamsSettings Settings { get; }
    public Paper Notes { get; } = new();
    public IChatPlatform Platform { get; }
    public IAddressBook Addresses => nodes[0].GetRequiredService<IAddressBook>();
    public LogLines Log { get; } = new();
    public Organisation Now { get; set; } = new();

    /// <summary>What was said to be lost, oldest first.</summary>
    public IReadOnlyList<(Room Room, RoomLoss How)> Losses => [.. losses];

    /// <summary>Accounts that turned out to be somebody's.</summary>
    public ConcurrentDictionary<Account, string?> Met { get; } = [];

    public static async Task<TeamsHouse> Start(params (string, string)[] settings)
    {
        var clock = new FakeTimeProvider(BotHarness.Start);
        return new(clock, await FakeTeams.Start(clock), settings);
    }

    /// <summary>The same bot on another machine, or after a restart.</summary>
    public IChatPlatform AnotherNode()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Settings);
        services.AddSingleton<INotebook>(Notes);
        services.AddSingleton<ICurrentOrganisation>(this);
        services.AddSingleton<IPeople>(this);
        services.AddSingleton<IRoomWatch>(this);
        services.AddSingleton<IPictures>(new Pictures(
        [
            new Board("incidents/INC-1/drawings/fishbone", "the pool ran dry"), new Board("incidents/INC-1/drawings/large", "large", 900),
        ]));
        services.AddOutgoing();
        var node = services.BuildServiceProvider();
        nodes.Add(node);
        return node.GetRequiredService<IChatPlatform>();
    }

    /// <summary>Somebody of the tenant, by their account.</summary>
    public Person Person(string name) => new($"teams:{Teams.Person(name).ObjectId}", Teams.Person(name).Name);

    public static RoomPlan Plan(
        string title = "Checkout is down", bool @private = false, params Person[] people) =>
        new("incident-1", $"inc-1-{title.ToLowerInvariant().Replace(' ', '-')}", "SEV1 · Investigating", @private)
        {
            Purpose = $"INC-1: {title}",
            People = people,
            Links = [new("INC-1 on the web", new("https://bot.example.org/incidents/INC-1"))],
        };

    public static Card Card(string title) => new($"{title}");

    public void Forbid(string method, string ending, int status = 403) => Teams.Faults = call =>
        call.Method == method && call.Path.Split('?')[0].EndsWith(ending, StringComparison.Ordinal)
            ? new Fault.Status(status, """{"error":{"code":"Forbidden","message":"Missing role."}}""") : null;

    Task<Person?> IPeople.Find(string handle, CancellationToken ct) => Task.FromResult<Person?>(null);

    Task<IReadOnlyList<Person>> IPeople.Complete(string beginning, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Person>>([]);

    Task<Person> IPeople.Meet(Account account, string name, CancellationToken ct, string? mail)
    {
        Met[account] = mail;
        return Task.FromResult(new Person($"{account}", name));
    }

    Task IRoomWatch.Renamed(Room room, DateTimeOffset at, CancellationToken ct) => Task.CompletedTask;

    Task IRoomWatch.Lost(Room room, RoomLoss how, Person? by, DateTimeOffset at, CancellationToken ct)
    {
        losses.Enqueue((room, how));
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
