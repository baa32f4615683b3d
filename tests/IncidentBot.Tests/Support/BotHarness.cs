using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Jobs;
using IncidentBot.Reviews;
using IncidentBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Support;

/// <summary>The whole bot over a real database and chats in memory, driven as people drive it: one node of it.</summary>
sealed class BotHarness
{
    /// <summary>A Wednesday morning.</summary>
    public static readonly DateTimeOffset Start = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    readonly Bot bot;
    readonly Database database;
    readonly InForce organisation;
    readonly Signals signals = new();
    int asked;

    readonly IReadOnlyList<IChatPlatform> platforms;
    readonly Beyond beyond;

    BotHarness(
        Database database, FakeTimeProvider clock, IReadOnlyList<FakeChat> chats, InForce organisation,
        Beyond beyond, params IReadOnlyList<IChatPlatform> others)
    {
        this.beyond = beyond;
        (this.database, Clock, Chats, this.organisation) = (database, clock, chats, organisation);
        platforms = [.. others, .. chats];
        var json = new FactJson(organisation);
        Outbox = new(database, json, clock, signals);
        Incidents = new IncidentStore(
            database, json, new(database), new(Outbox, new SpokenCards(), signals), organisation);
        Talk = new(database, Outbox);
        Timers = new(database, Incidents, organisation, clock);
        Deliveries = new(database, organisation);
        bot = new(Incidents, organisation, new PeopleStore(database, organisation, new()));
        Pumps = Engine();
    }

    public FakeTimeProvider Clock { get; }
    public IReadOnlyList<FakeChat> Chats { get; }
    public FakeChat Chat => Chats[0];
    public Outbox Outbox { get; }
    public IIncidents Incidents { get; }
    public DueTimers Timers { get; }
    public TalkStore Talk { get; }
    public Owed Deliveries { get; }
    public Digests Digests => new(Bulletins, Incidents, organisation, Clock);
    public IReadOnlyList<Pump> Pumps { get; }
    public Mirrors Mirrors { get; private set; } = null!;

    /// <summary>For jobs, which run beside the pumps.</summary>
    public Bulletins Bulletins => new(new(platforms, Clock), new Notebook(database, Clock), Clock, NullLogger<Bulletins>.Instance);

    public ICurrentOrganisation Organisation => organisation;

    /// <summary>The organisation's file, as it is changed while the bot runs.</summary>
    public Organisation Org
    {
        get => organisation.Now;
        set => organisation.Now = value;
    }

    /// <param name="chats">The platforms that are switched on; one unless more are named.</param>
    public static async Task<BotHarness> On(string kind, Organisation? org = null, params IReadOnlyList<string> chats)
    {
        IReadOnlyList<FakeChat> platforms = [.. (chats.Count == 0 ? ["slack"] : chats).Select(name => new FakeChat(name))];
        var inForce = new InForce((org ?? new()) with { Platforms = [.. platforms.Select(chat => chat.Name)] });
        return new(await TestDatabase.New(kind), new(Start), platforms, inForce, new());
    }

    /// <summary>With trackers that follow-ups are mirrored to.</summary>
    public static async Task<BotHarness> Mirroring(string kind, Organisation org, FakeTimeProvider clock, params IReadOnlyList<ITracker> trackers) => new(
        await TestDatabase.New(kind), clock, [new("slack")], new(org with { Platforms = ["slack"] }), new() { Trackers = trackers });

    /// <summary>With places outside that published reviews go to.</summary>
    public static async Task<BotHarness> Sending(string kind, Func<INotebook, IReviewOutlet> outlet, Organisation? org = null)
    {
        var (database, clock) = (await TestDatabase.New(kind), new FakeTimeProvider(Start));
        var to = outlet(new Notebook(database, clock));
        return new(database, clock, [new("slack")], new((org ?? new()) with { Platforms = ["slack"], Outlets = [new(to.Name, to.Label)] }), new() { Outlets = [to] });
    }

    /// <summary>With mail.</summary>
    public static async Task<BotHarness> Mailing(string kind, IMail mail, Organisation? org = null, params IReadOnlyList<IAddressBook> books) => new(
        await TestDatabase.New(kind), new(Start), [new("slack")], new((org ?? new()) with { Platforms = ["slack"], SendsMail = true }),
        new() { Mail = [mail], Books = books });

    /// <summary>With a platform that isn't a fake one, beside the room on the web, which is.</summary>
    public static async Task<BotHarness> With(IChatPlatform platform, FakeTimeProvider clock) => new(
        await TestDatabase.New("sqlite"), clock, [new("room")], new(new() { Platforms = [platform.Name, "room"] }), new(), platform);

    /// <summary>A second node on the same database and platforms.</summary>
    public BotHarness AnotherNode() => new(database, Clock, Chats, organisation, beyond, [.. platforms.Except(Chats)]);

    /// <summary>Somebody types this; the answer is what only they see, as plain text.</summary>
    public async Task<string> Says(Person who, string line, string room = "lobby", string? once = null)
    {
        var reply = await Ask(who, line, room, once);
        await RunDue();
        return reply;
    }

    /// <summary>The same while nothing else of the bot runs.</summary>
    public async Task<string> Ask(Person who, string line, string room = "lobby", string? once = null)
    {
        var call = new Invocation(
            once ?? $"test:{asked++}:{Guid.NewGuid():N}", line, who, new(Chat.Name, room, room), Clock.GetUtcNow());
        return await bot.Handle(call, default) switch
        {
            Reply.Shown shown => PlainText.Draw(shown.Card),
            Reply.Ask ask => $"form: {ask.Form.Title}",
            Reply.Invalid invalid => string.Join('\n', invalid.Errors.Select(error => error.Reason)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Everything that is due now, until nothing is.</summary>
    public async Task RunDue()
    {
        int begun;
        do
        {
            begun = 0;
            foreach (var pump in Pumps)
            {
                begun += await pump.Step(default);
                if (pump is ErrandPump errands)
                    await errands.Idle;
            }
        }
        while (begun > 0);
    }

    /// <summary>Time passes in small steps, as it does.</summary>
    public async Task Wait(TimeSpan time, TimeSpan? step = null)
    {
        var end = Clock.GetUtcNow() + time;
        while (Clock.GetUtcNow() < end)
        {
            var (left, next) = (end - Clock.GetUtcNow(), step ?? TimeSpan.FromSeconds(30));
            Clock.Advance(left < next ? left : next);
            await RunDue();
        }
    }

    /// <summary>The periodic job that drafts reviews, and what follows from it.</summary>
    public async Task DraftReviews()
    {
        await new ReviewDrafts(Incidents, organisation, Clock, NullLogger<ReviewDrafts>.Instance).Draft(default);
        await RunDue();
    }

    public async Task<Incident> Incident(int number = 1) => (await Incidents.Find(new Reference("INC", number), default))!;

    public async Task<IReadOnlyList<T>> Facts<T>(int number = 1)
        where T : IncidentEvent =>
        [.. (await Incidents.History((await Incident(number)).Id, default)).Select(one => one.Fact).OfType<T>()];

    public async Task<IReadOnlyList<Delivery>> Delivered() => (await Deliveries.Deliveries(Person.Bot, 500, null, default)).Items;

    IReadOnlyList<Pump> Engine()
    {
        var platforms = new Platforms(this.platforms, Clock);
        var messages = new Messages(database);
        var fallback = new Fallback(Incidents, organisation, Clock);
        var pager = new Pager(platforms.All.Select(chat => new ChatPaging(chat)), new(database, Clock), fallback, Clock);
        var talk = new Jobs.Conversation(platforms, Talk, Incidents);
        var mirrors = Mirrors = new(beyond.Trackers, Incidents, new Notebook(database, Clock), Clock);
        var outside = new OutsideErrands(
            mirrors, new(beyond.Outlets, Incidents, new(database, Clock), Clock),
            new(new(beyond.Mail, beyond.Books, Clock), Incidents, new Notebook(database, Clock), Outbox, new(database, Clock)));
        var comparison = new Comparison(Talk, Incidents, new(Incidents, new(database), platforms, organisation, Clock), organisation, Clock);
        var recollection = new Recollection(
            platforms, new(Talk, Incidents, new Notebook(database, Clock), Clock), comparison, NullLogger<Recollection>.Instance);
        var work = new ErrandWork(
            new(new(platforms, Incidents, messages, recollection), new(platforms, messages), new(platforms, new ShownReviews(database)), new(platforms, new ShownChecklists(database)), new(platforms, talk, Incidents)), talk, pager, outside);
        var runner = new ErrandRunner(
            new(Incidents, organisation, Clock), work, Outbox, Clock, NullLogger<ErrandRunner>.Instance);
        var room = new EngineRoom(signals, new(Clock), Clock, NullLogger<Pump>.Instance);
        return
        [
            new TimerPump(Timers, room),
            new FallbackPump(Outbox, fallback, organisation, room),
            .. Lanes.Of(platforms, outside).Select(lane => new ErrandPump(lane, Outbox, runner, room)),
        ];
    }

    /// <summary>What it speaks to besides chats.</summary>
    sealed record Beyond
    {
        public IReadOnlyList<ITracker> Trackers { get; init; } = [];
        public IReadOnlyList<IReviewOutlet> Outlets { get; init; } = [];
        public IReadOnlyList<IMail> Mail { get; init; } = [];
        public IReadOnlyList<IAddressBook> Books { get; init; } = [];
    }

    sealed class InForce(Organisation first) : ICurrentOrganisation
    {
        public Organisation Now { get; set; } = first;
    }
}
