using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Support;

/// <summary>The whole bot over a real database and a chat in memory, driven as people drive it.</summary>
sealed class BotHarness
{
    /// <summary>A Wednesday morning.</summary>
    public static readonly DateTimeOffset Start = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    readonly Bot bot;
    readonly ErrandRunner runner;
    readonly Pager pager;
    readonly Fixed organisation;
    int asked;

    public BotHarness(Database database, FakeTimeProvider? clock = null, FakeChat? chat = null, Organisation? org = null)
    {
        Clock = clock ?? new(Start);
        Chat = chat ?? new();
        organisation = new((org ?? new()) with { Platforms = [Chat.Name] });
        var (signals, json) = (new Signals(), new FactJson(organisation));
        Outbox = new(database, json, Clock, signals);
        Incidents = new IncidentStore(
            database, json, new(database), new(Outbox, new SpokenCards(), signals), organisation);
        Timers = new(database, Incidents, organisation, Clock);
        People = new PeopleStore(database, organisation);
        Deliveries = new(database, organisation);
        bot = new(Incidents, organisation, People);
        pager = new(Incidents, [new ChatPaging(Chat)], new(database, Clock), organisation, Clock);
        runner = new(
            Outbox, new(Incidents, new(database), new([Chat]), organisation, Clock), pager, Clock,
            NullLogger<ErrandRunner>.Instance);
    }

    public FakeTimeProvider Clock { get; }
    public FakeChat Chat { get; }
    public Outbox Outbox { get; }
    public IIncidents Incidents { get; }
    public DueTimers Timers { get; }
    public IPeople People { get; }
    public Owed Deliveries { get; }

    public static async Task<BotHarness> On(string kind, Organisation? org = null) => new(await TestDatabase.New(kind), org: org);

    /// <summary>Somebody types this; the answer is what only they see, as plain text.</summary>
    public async Task<string> Says(Person who, string line, string room = "lobby", string? once = null)
    {
        var call = new Invocation(once ?? $"test:{asked++}:{Guid.NewGuid():N}", line, who, new(Chat.Name, room, room), Clock.GetUtcNow());
        var reply = await bot.Handle(call, default);
        await RunDue();
        return reply switch
        {
            Reply.Shown shown => PlainText.Draw(shown.Card),
            Reply.Ask ask => $"form: {ask.Form.Title}",
            Reply.Invalid invalid => string.Join('\n', invalid.Errors.Select(error => error.Reason)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Everything that is due now: timers, errands, fallbacks.</summary>
    public async Task RunDue()
    {
        bool more;
        do
        {
            more = false;
            foreach (var timer in await Timers.Claim(100, TimeSpan.FromSeconds(30), default))
                more |= await Timers.Fire(timer, default) is not null;
            foreach (var late in await Outbox.Undelivered(organisation.Now.Reminders.FallbackAfter, 100, default))
            {
                await pager.FallBack(late.Incident, (Errand.Page)late.Errand, "not delivered in time", default);
                await Outbox.FellBack(late, default);
            }
            foreach (var lane in (string[])["page", "person", "incident", Chat.Name])
                foreach (var errand in await Outbox.Claim(lane, 100, TimeSpan.FromMinutes(1), default))
                {
                    await runner.Run(errand, default);
                    more = true;
                }
        }
        while (more);
    }

    /// <summary>Time passes in small steps, as it does.</summary>
    public async Task Wait(TimeSpan time, TimeSpan? step = null)
    {
        var end = Clock.GetUtcNow() + time;
        while (Clock.GetUtcNow() < end)
        {
            var left = end - Clock.GetUtcNow();
            var next = step ?? TimeSpan.FromSeconds(30);
            Clock.Advance(left < next ? left : next);
            await RunDue();
        }
    }

    public async Task<Incident> Incident(int number = 1) => (await Incidents.Find(new Reference("INC", number), default))!;

    public async Task<IReadOnlyList<T>> Facts<T>(int number = 1)
        where T : IncidentEvent =>
        [.. (await Incidents.History((await Incident(number)).Id, default)).Select(one => one.Fact).OfType<T>()];

    sealed class Fixed(Organisation organisation) : ICurrentOrganisation
    {
        public Organisation Now => organisation;
    }
}
