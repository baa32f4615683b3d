using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

public static class JobsSetup
{
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>The pumps and the periodic jobs, run and supervised by Hangfire.</summary>
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddErrands();
        services.AddPumps();
        services.AddHostedService<Watchdog>();

        services.AddSingleton<Inbox>();
        services.AddSingleton<Upkeep>();
        services.AddSingleton<Sharing>();
        services.AddSingleton<PictureKeeping>();
        services.AddSingleton<ITakePictures, TakingPictures>();
        services.AddSingleton<Rounds>();
        services.AddSingleton<Comparison>();
        services.AddSingleton<Recollection>();
        services.AddSingleton<IListener, Listening>();
        services.AddSingleton<ReviewDrafts>();
        services.AddSingleton<Bulletins>();
        services.AddSingleton<OverdueReport>();
        services.AddSingleton<Rehearsals>();
        services.AddSingleton<CountingIn>();
        services.AddSingleton<Digests>();
        services.AddSingleton<FigureGauges>();
        services.AddSingleton<TrackerNews>();
        services.AddSingleton<JobStorage>(provider => Store(provider.GetRequiredService<IConfiguration>().GetSection("Database")));
        services.AddHangfire((provider, hangfire) =>
            hangfire.UseLogProvider(new LastingLogs(provider.GetRequiredService<ILoggerFactory>())));
        services.AddHangfireServer(options =>
        {
            options.WorkerCount = 2;
            options.StopTimeout = Farewell;
            options.ShutdownTimeout = Farewell;
        });
        services.AddHostedService<Timetable>();
    }

    /// <summary>Hangfire's dashboard, to look at and not to touch.</summary>
    public static void MapJobs(this IEndpointRouteBuilder routes) => routes.MapHangfireDashboard("/hangfire", new DashboardOptions
    {
        Authorization = [new DashboardGate()],
        IsReadOnlyFunc = _ => true,
        DisplayStorageConnectionString = false,
        DashboardTitle = "IncidentBot's jobs",
    });

    static void AddErrands(this IServiceCollection services)
    {
        // What the store says aloud is drawn by cards that it may not see itself.
        services.AddSingleton<ISpokenCards, SpokenCards>();
        services.AddSingleton<Platforms>();
        services.AddSingleton<Situations>();
        services.AddSingleton<RoomErrands>();
        services.AddSingleton<CardErrands>();
        services.AddSingleton<ReviewErrands>();
        services.AddSingleton<ChecklistErrands>();
        services.AddSingleton<ChatErrands>();
        services.AddSingleton<Conversation>();
        services.AddSingleton<SpokenErrands>();
        services.AddSingleton<Fallback>();
        services.AddSingleton(provider => new Pager(
            [.. provider.GetRequiredService<Platforms>().All.Select(platform => new ChatPaging(platform)), .. provider.GetServices<IPagingChannel>()],
            provider.GetRequiredService<Deliveries>(), provider.GetRequiredService<Fallback>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Mirrors>();
        services.AddSingleton<ReviewOutlets>();
        services.AddSingleton<PostOffice>();
        services.AddSingleton<MeetingMails>();
        services.AddSingleton<OutsideErrands>();
        services.AddSingleton<ErrandWork>();
        services.AddSingleton<ErrandRunner>();
    }

    static void AddPumps(this IServiceCollection services)
    {
        services.AddSingleton<Heartbeats>();
        services.AddSingleton<EngineRoom>();
        services.AddSingleton<IReadOnlyList<Pump>>(provider =>
        [
            .. Lanes.Of(provider.GetRequiredService<Platforms>(), provider.GetRequiredService<OutsideErrands>())
                .Select(lane => ActivatorUtilities.CreateInstance<ErrandPump>(provider, lane)),
            ActivatorUtilities.CreateInstance<TimerPump>(provider),
            ActivatorUtilities.CreateInstance<FallbackPump>(provider),
        ]);
        services.AddHostedService<PumpServer>();
    }

    // Nothing in it that can't be rebuilt: the periodic jobs are entered again at every start.
    static JobStorage Store(IConfigurationSection database) =>
        string.Equals(database["Provider"], "postgres", StringComparison.OrdinalIgnoreCase)
            ? new PostgreSqlStorage(
                new NpgsqlConnectionFactory(database["ConnectionString"], new()), new() { SchemaName = "hangfire" })
            : new InMemoryStorage();
}
