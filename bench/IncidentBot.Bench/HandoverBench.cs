using System.Collections.Concurrent;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Jobs;
using IncidentBot.Settings;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Bench;

/// <summary>
/// How long it takes from the moment a ladder's step is due until the page is handed to a platform: the bot's own pumps
/// as they run in production, 100,000 other timers armed, a platform that takes everything at once.
/// </summary>
static class HandoverBench
{
    const int Armed = 100_000;
    static readonly TimeSpan After = TimeSpan.FromSeconds(20);

    /// <param name="incidents">How many climb; they fall due over the time it took to declare them.</param>
    public static async Task<int> Run(int incidents)
    {
        var folder = Directory.CreateTempSubdirectory("handover-").FullName;
        var (sink, clock) = (new Sink(), TimeProvider.System);
        await using var app = await Start(folder, sink);
        var store = app.Services.GetRequiredService<IIncidents>();
        var org = app.Services.GetRequiredService<Catalog.ICurrentOrganisation>();
        await Arm(app.Services.GetRequiredService<Database>());
        await app.StartAsync();

        var due = new ConcurrentDictionary<string, DateTimeOffset>();
        for (var at = 0; at < incidents; at++)
        {
            var said = new Declaration($"outage {at}");
            var now = clock.GetUtcNow();
            var outcome = await store.Start(
                $"handover {at}", said.Fingerprint,
                (blank, before) => blank.Declare(said, before, null, org.Now, new(Desk.Ada, now, "api")), default);
            due[$"{outcome.Incident.Reference}"] = now + After;
            await Task.Delay(TimeSpan.FromMilliseconds(10), clock);
        }
        while (sink.Paged.Count < incidents)
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock);
        double[] late = [.. sink.Paged.Select(one => (one.Value - due[one.Key]).TotalMilliseconds).Order()];
        Console.WriteLine(
            $"{incidents} pages, due → handed over: p50 {late[late.Length / 2]:0} ms   "
            + $"p99 {late[late.Length * 99 / 100]:0} ms   max {late[^1]:0} ms");
        await app.StopAsync();
        return 0;
    }

    static async Task<WebApplication> Start(string folder, Sink sink)
    {
        var file = Path.Combine(folder, "organisation.yaml");
        await File.WriteAllTextAsync(
            file,
            $$"""
            people:
              ada: { name: Ada }
            escalation:
              all:
                steps:
                  - after: {{After.TotalSeconds:0}}s
                    to: [person: ada]
                last: { person: ada }
            """);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Organisation:File"] = file,
            ["Database:ConnectionString"] = $"Data Source={folder}/handover.db",
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSettings(builder.Configuration);
        builder.Services.AddStorage();
        builder.Services.AddJobs();
        builder.Services.AddSingleton<IChatPlatform>(sink);
        var app = builder.Build();
        await app.Services.OpenStorage(default);
        return app;
    }

    static Task<bool> Arm(Database database) => database.Write(async writing =>
    {
        var later = TimeProvider.System.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds();
        for (var at = 0; at < Armed; at++)
            await writing.Execute(
                "INSERT INTO timers (incident_id, kind, due_at, ready_at) VALUES (@id, 'escalation', @due, @due)",
                new { id = $"{Guid.CreateVersion7():N}", due = later + at });
        return true;
    }, default);

    /// <summary>Takes everything, and notes when a person was paged about what.</summary>
    sealed class Sink : IChatPlatform
    {
        int posted;

        public ConcurrentDictionary<string, DateTimeOffset> Paged { get; } = [];
        public string Name => "sink";
        public string Label => "the sink";

        public Task<Room> AnnounceRoom(CancellationToken ct) => Task.FromResult(new Room(Name, "all", "all"));

        public Task<Room?> DirectRoom(Person person, CancellationToken ct) =>
            Task.FromResult<Room?>(new(Name, $"direct-{person.Id}", person.Name));

        public Task<Room> OpenRoom(RoomPlan plan, CancellationToken ct) =>
            Task.FromResult(new Room(Name, plan.Key, plan.Name));

        public Task<Room> Furnish(Room room, RoomPlan plan, CancellationToken ct) => Task.FromResult(room);

        public Task Archive(Room room, CancellationToken ct) => Task.CompletedTask;

        public Task Invite(Room room, IReadOnlyList<Person> people, CancellationToken ct) => Task.CompletedTask;

        public Task<MessageRef> Post(Room room, Card card, string key, CancellationToken ct)
        {
            if (card.Fields.Any(field => field.Label == "You are called because"))
                Paged.TryAdd(key.Split('/')[0], TimeProvider.System.GetUtcNow());
            return Task.FromResult(new MessageRef(room, $"{Interlocked.Increment(ref posted)}"));
        }

        public Task Update(MessageRef message, Card card, int version, CancellationToken ct) => Task.CompletedTask;

        public Task Pin(MessageRef message, CancellationToken ct) => Task.CompletedTask;
    }
}
