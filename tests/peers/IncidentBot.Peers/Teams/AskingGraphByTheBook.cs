using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Drawing;
using IncidentBot.Peers.Support;
using IncidentBot.Teams;
using IncidentBot.Teams.Outgoing;
using IncidentBot.Teams.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Peers.Teams;

/// <summary>Every call of Graph, answered by Prism only where it keeps to Microsoft's own description. The answers are made up.</summary>
public sealed class AskingGraphByTheBook : IAsyncLifetime
{
    readonly Paper notes = new();
    FakeTeams teams = null!;
    NodeProgram prism = null!;
    ServiceProvider bot = null!;
    IChatPlatform platform = null!;

    public async Task InitializeAsync()
    {
        teams = await FakeTeams.Start();
        prism = await NodeProgram.Start("prism.mjs", "mock", SpeakingByTheBook.Specification("graph.openapi.json"));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new TeamsSettings
        {
            AppId = FakeTeams.App,
            AppPassword = FakeTeams.Password,
            TenantId = FakeTeams.Tenant,
            ServiceUrl = new(teams.ServiceUrl),
            LoginUrl = new(teams.Url, "login/"),
            GraphUrl = prism.Address,
            OpenIdMetadataUrl = teams.Url,
            Teams = [FakeTeams.FirstGroup],
            AnnounceChannel = "incidents",
        });
        services.AddSingleton<INotebook>(notes);
        services.AddSingleton<ICurrentOrganisation>(new Nobody());
        services.AddSingleton<IPeople>(new Nobody());
        services.AddSingleton<IRoomWatch>(new Nobody());
        services.AddSingleton<IPictures>(new Pictures([]));
        services.AddOutgoing();
        bot = services.BuildServiceProvider();
        platform = bot.GetRequiredService<IChatPlatform>();
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await prism.DisposeAsync();
        await teams.DisposeAsync();
    }

    Complaints Log { get; } = new();

    [Fact]
    public async Task A_channel_is_opened_described_filled_and_archived()
    {
        var plan = Plan(false);
        await platform.OpenRoom(plan, default);
        var room = new Room("teams", "19:inc1@thread.tacv2", "inc-1-checkout-is-down");
        await bot.GetRequiredService<Channels>().Again(room, default);
        await platform.Furnish(room, plan with { Name = "inc-1-payments-are-down" }, default);
        await platform.Invite(room, [new("teams:cccccccc-0000-4000-8000-000000000001", "New")], default);
        Assert.Empty((await ((ITalkHistory)platform).Since(room, DateTimeOffset.UnixEpoch, null, true, default)).Said);
        await platform.Archive(room, default);

        Assert.Empty(Log.Said);
    }

    [Fact]
    public async Task A_chat_is_opened_for_what_is_private_and_people_are_brought_in()
    {
        var room = await platform.OpenRoom(Plan(true), default);
        await platform.Furnish(room, Plan(true), default);
        await platform.Invite(room, [new("teams:cccccccc-0000-4000-8000-000000000001", "New")], default);

        Assert.Empty(Log.Said);
    }

    [Fact]
    public async Task Somebody_is_looked_for_by_mail()
    {
        // Prism takes the question, and then refuses the person it made up itself; a wrong question would be 4xx.
        var madeUp = await Assert.ThrowsAsync<ChatUnavailableException>(
            () => bot.GetRequiredService<Roster>().AccountOf(new("grace", "Grace"), default));
        Assert.Equal(500, TeamsException.StatusIn(madeUp));
    }

    static RoomPlan Plan(bool @private) => new("1", "inc-1-checkout-is-down", "SEV1", @private)
    {
        Purpose = "INC-1: Checkout is down",
        Links = [new("On the web", new("https://bot.example.org/incidents/INC-1"))],
        People = [new("teams:aaaaaaaa-0000-4000-8000-000000616461", "Ada")],
    };

    /// <summary>An organisation that knows one person by mail alone, and forgets.</summary>
    sealed class Nobody : ICurrentOrganisation, IPeople, IRoomWatch
    {
        public Organisation Now { get; } = new() { People = [new(new("grace", "Grace"), [], "grace@example.com", null)] };

        public Task<Person?> Find(string handle, CancellationToken ct) => Task.FromResult<Person?>(null);

        public Task<IReadOnlyList<Person>> Complete(string beginning, int limit, CancellationToken ct) => Task.FromResult<IReadOnlyList<Person>>([]);

        public Task<Person> Meet(Account account, string name, CancellationToken ct, string? mail = null) => Task.FromResult(new Person($"{account}", name));

        public Task Renamed(Room room, DateTimeOffset at, CancellationToken ct) => Task.CompletedTask;

        public Task Lost(Room room, RoomLoss how, Person? by, DateTimeOffset at, CancellationToken ct) => Task.CompletedTask;
    }

    /// <summary>What was refused and only logged.</summary>
    sealed class Complaints : ILoggerProvider, ILogger
    {
        readonly List<string> said = [];

        public IReadOnlyList<string> Said => said;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                lock (said)
                    said.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
