using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;
using Microsoft.Extensions.Time.Testing;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Support;

/// <summary>The store and what belongs to it over a real database, without the bot around it.</summary>
sealed class Store : ICurrentOrganisation
{
    int asked;

    public Store(Database database, Organisation? org = null, FakeTimeProvider? clock = null)
    {
        Database = database;
        Now = org ?? new() { Platforms = ["slack"] };
        Clock = clock ?? new(BotHarness.Start);
        var json = new FactJson(this);
        Outbox = new(database, json, Clock, Signals);
        Incidents = new(database, json, new(database), new(Outbox, new SpokenCards(), Signals), this);
        Timers = new(database, Incidents, this, Clock);
        Messages = new(database);
        People = new(database, this, new());
    }

    public Database Database { get; }
    public Organisation Now { get; set; }
    public FakeTimeProvider Clock { get; }
    public Signals Signals { get; } = new();
    public Outbox Outbox { get; }
    public IncidentStore Incidents { get; }
    public DueTimers Timers { get; }
    public Messages Messages { get; }
    public PeopleStore People { get; }

    public static async Task<Store> On(string kind, Organisation? org = null) => new(await TestDatabase.New(kind), org);

    public Origin From(Person? by = null) => new(by ?? Ada, Clock.GetUtcNow(), "slack");

    public async Task<Incident> Declare(
        string title = "Checkout is down", Severity? severity = null, bool @private = false, bool drill = false,
        IReadOnlyList<string>? services = null, Person? by = null, Room? room = null, string? once = null) =>
        (await Start(new(title) { Severity = severity, Private = @private, Drill = drill, Services = services ?? [] }, by, room, once))
        .Incident;

    public Task<Outcome> Start(Declaration said, Person? by = null, Room? room = null, string? once = null) => Incidents.Start(
        once ?? $"declare {Interlocked.Increment(ref asked)}", said.Fingerprint,
        (blank, before) => blank.Declare(said, before, room, Now, From(by)), default);

    /// <returns>The incident after it.</returns>
    public async Task<Incident> Change(Incident incident, Func<Incident, Decision> decide, string? once = null)
    {
        var outcome = await Incidents.Change(once ?? $"change {Interlocked.Increment(ref asked)}", incident.Id, decide, default);
        Assert.NotNull(outcome);
        return outcome.Incident;
    }

    public Task<Incident> Note(Incident incident, string text) =>
        Change(incident, now => now.Note(text, null, false, From()));

    public Task<Incident> Resolve(Incident incident, string howTo = "") =>
        Change(incident, now => now.Resolve(new("fixed", howTo, null, "", ""), Now, From()));

    /// <summary>Titles of what a list shows.</summary>
    public async Task<IReadOnlyList<string>> List(IncidentFilter filter) =>
        [.. (await Incidents.List(filter, default)).Items.Select(row => row.Title)];

    public async Task<IReadOnlyList<string>> Search(string words, Person? viewer = null) =>
        [.. (await Incidents.Search(words, viewer ?? Ada, 50, default)).Select(row => row.Title)];

    public Task<int> Execute(string sql, object? values = null) =>
        Database.Write(writing => writing.Execute(sql, values), default);

    public Task<T?> One<T>(string sql, object? values = null) => Database.Write(writing => writing.One<T>(sql, values), default);
}
