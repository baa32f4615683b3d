using System.Collections.Concurrent;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Drawing;
using IncidentBot.Slack.Calls;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Outgoing;
using IncidentBot.Slack.People;
using IncidentBot.Storage;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Slack;

/// <summary>Slack as a chat platform and nothing behind it: a fake workspace and real notes.</summary>
sealed class SlackHouse : ICurrentOrganisation, IRoomWatch, IAsyncDisposable
{
    readonly Database database;
    readonly List<ServiceProvider> nodes = [];
    readonly ConcurrentQueue<(Room Room, RoomLoss How)> losses = [];

    SlackHouse(FakeTimeProvider clock, FakeSlack slack, Database database, string announce)
    {
        (Clock, Slack, this.database) = (clock, slack, database);
        Notes = new Notebook(database, clock);
        Settings = new(FakeSlack.BotToken, null, null, slack.ApiUrl, announce, "/incident");
        Platform = AnotherNode();
    }

    public FakeTimeProvider Clock { get; }
    public FakeSlack Slack { get; }
    public SlackSettings Settings { get; }
    public INotebook Notes { get; set; }
    public IChatPlatform Platform { get; }
    public LogLines Log { get; } = new();
    public Organisation Now { get; set; } = new();

    /// <summary>What was said to be lost, oldest first.</summary>
    public IReadOnlyList<(Room Room, RoomLoss How)> Losses => [.. losses];

    public static async Task<SlackHouse> Start(string announce = "incidents")
    {
        var clock = new FakeTimeProvider(BotHarness.Start);
        return new(clock, await FakeSlack.Start(clock), await TestDatabase.New("sqlite"), announce);
    }

    /// <summary>The same bot on another machine, or after a restart.</summary>
    public IChatPlatform AnotherNode()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Settings);
        services.AddSingleton(new Pace(new Hurried(Clock)));
        services.AddSingleton<SlackApi>();
        services.AddSingleton<Workspace>();
        services.AddSingleton<Profiles>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<Speech>();
        services.AddSingleton<KnownRooms>();
        services.AddSingleton<Quoting>();
        services.AddSingleton(Notes);
        services.AddSingleton<IPeople>(new PeopleStore(database, this, new()));
        services.AddSingleton<ICurrentOrganisation>(this);
        services.AddSingleton<IRoomWatch>(this);
        services.AddSingleton<IPictures>(new Pictures([new Board("incidents/INC-1/drawings/fishbone", "the pool ran dry")]));
        services.AddOutgoing();
        services.AddSingleton(node => ActivatorUtilities.CreateInstance<Uploads>(node, new Hurried(Clock)));
        var node = services.BuildServiceProvider();
        nodes.Add(node);
        _ = node.GetRequiredService<Workspace>().StartAsync(default);
        return node.GetRequiredService<IChatPlatform>();
    }

    /// <summary>Somebody with an account.</summary>
    public Person Meets(string user, string name)
    {
        Slack.AddUser(user, name);
        return new($"slack:{user}", name);
    }

    /// <summary>A channel that the bot is in.</summary>
    public Room Channel(string name, bool @private = false) => RoomOf(Slack.AddChannel(name, @private, FakeSlack.Bot));

    public static Room RoomOf(FakeChannel channel) => new(SlackIds.Platform, channel.Id, channel.Name);

    public IEnumerable<string> Called => Slack.Calls.Select(call => call.Method).Where(name => name is not ("auth.test" or "users.info"));

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
        await Slack.DisposeAsync();
    }
}

/// <summary>A clock by which there was always time enough since the last message, so that nothing waits for its turn.</summary>
sealed class Hurried(TimeProvider clock) : TimeProvider
{
    long looks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => Interlocked.Add(ref looks, TimeSpan.TicksPerMinute);
}
