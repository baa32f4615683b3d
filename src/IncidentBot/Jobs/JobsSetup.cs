using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.Server;
using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

public static class JobsSetup
{
    /// <summary>The pumps and the periodic jobs, run and supervised by Hangfire.</summary>
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ISpokenCards, SpokenCards>();
        services.AddSingleton<Heartbeats>();
        services.AddSingleton<Platforms>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<ErrandWork>();
        services.AddSingleton<ErrandRunner>();
        services.AddSingleton<Pager>();
        services.AddSingleton<Upkeep>();
        services.AddSingleton<IEnumerable<IPagingChannel>>(provider =>
            [.. provider.GetServices<IChatPlatform>().Select(platform => new ChatPaging(platform))]);

        services.AddSingleton<IBackgroundProcess, ErrandPump>();
        services.AddSingleton<IBackgroundProcess, TimerPump>();
        services.AddSingleton<IBackgroundProcess, FallbackPump>();
        services.AddHostedService<Watchdog>();

        services.AddHangfire(hangfire => Store(hangfire, configuration.GetSection("Database")));
        services.AddHangfireServer(options =>
        {
            options.WorkerCount = 2;
            options.ShutdownTimeout = TimeSpan.FromSeconds(5);
            options.StopTimeout = TimeSpan.FromSeconds(5);
        });
        services.AddHostedService<Timetable>();
    }

    // Nothing in it that can't be rebuilt: the periodic jobs are entered again at every start.
    static void Store(IGlobalConfiguration hangfire, IConfigurationSection database)
    {
        if (string.Equals(database["Provider"], "postgres", StringComparison.OrdinalIgnoreCase))
            hangfire.UsePostgreSqlStorage(postgres => postgres.UseNpgsqlConnection(database["ConnectionString"]));
        else
            hangfire.UseInMemoryStorage();
    }
}

/// <summary>Enters the periodic jobs.</summary>
sealed class Timetable(IRecurringJobManager jobs) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        jobs.AddOrUpdate<Upkeep>("audit-timers", upkeep => upkeep.AuditTimers(), Cron.Minutely);
        jobs.AddOrUpdate<Upkeep>("forget-old-requests", upkeep => upkeep.ForgetOldRequests(), Cron.Daily(3));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
