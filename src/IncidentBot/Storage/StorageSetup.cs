using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Rooms;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace IncidentBot.Storage;

public static class StorageSetup
{
    internal const string DefaultFile = "Data Source=data/incidentbot.db";

    /// <summary>SQLite in a file beside the bot, unless the configuration names a PostgreSQL server.</summary>
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(provider => Connect(provider.GetRequiredService<IConfiguration>().GetSection("Database")));
        services.AddSingleton<Signals>();
        services.AddSingleton<FactJson>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Consequences>();
        services.AddSingleton<IncidentIndex>();
        services.AddSingleton<IIncidents, IncidentStore>();
        services.AddSingleton<Counting>();
        services.AddSingleton<DueTimers>();
        services.AddSingleton<Messages>();
        services.AddSingleton<ShownReviews>();
        services.AddSingleton<ShownChecklists>();
        services.AddSingleton<TaskIndex>();
        services.AddSingleton<Changes>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<PeopleStore>();
        services.AddSingleton<IPeople>(provider => provider.GetRequiredService<PeopleStore>());
        services.AddSingleton<Notebook>();
        services.AddSingleton<INotebook>(provider => provider.GetRequiredService<Notebook>());
        services.AddSingleton<TalkStore>();
        services.AddSingleton<ITalkLog>(provider => provider.GetRequiredService<TalkStore>());
        services.AddSingleton<PictureStore>();
        services.AddSingleton<IKeptPictures>(provider => provider.GetRequiredService<PictureStore>());
        services.AddSingleton<RoomStore>();
        services.AddSingleton<IRoomStore>(provider => provider.GetRequiredService<RoomStore>());
        services.AddSingleton<IRoomNews>(provider => provider.GetRequiredService<RoomStore>());
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider, SteadyClock>();
    }

    /// <summary>Brings the database up to this version and sets the clock by it.</summary>
    /// <exception cref="StartRefusedException">It can't be used; the message says what to do.</exception>
    public static async Task OpenStorage(this IServiceProvider services, CancellationToken ct)
    {
        var database = services.GetRequiredService<Database>();
        try
        {
            await services.GetRequiredService<Migrator>().Run(ct);
            await services.GetRequiredService<PeopleStore>().Recall(ct);
            if (services.GetRequiredService<TimeProvider>() is SteadyClock clock)
                clock.StartFrom(Instant.Read(await database.Read(async connection => Math.Max(
                    await connection.QuerySingleAsync<long?>("SELECT max(at) FROM inbox") ?? 0,
                    database.Dialect == Dialect.Postgres
                        ? await connection.QuerySingleAsync<long>("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")
                        : 0), ct)));
        }
        catch (StorageUnavailableException away)
        {
            throw new StartRefusedException(
                $"The database can't be used: {away.InnerException?.Message ?? away.Message} Check Database:ConnectionString.");
        }
        catch (PostgresException refusal)
        {
            throw new StartRefusedException(
                $"The database server refuses: {refusal.MessageText}. Check Database:ConnectionString.");
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is 11 or 26)
        {
            throw new StartRefusedException(
                "The file that Database:ConnectionString names is no database, or is damaged. Name another, or restore a backup.");
        }
    }

    static Database Connect(IConfigurationSection settings)
    {
        var provider = settings["Provider"] ?? "sqlite";
        var connectionString = settings["ConnectionString"];
        try
        {
            return provider.ToLowerInvariant() switch
            {
                "sqlite" => Sqlite(connectionString ?? DefaultFile),
                "postgres" when !string.IsNullOrWhiteSpace(connectionString) => new(Dialect.Postgres, connectionString),
                "postgres" => throw new StartRefusedException(
                    "Database:ConnectionString is missing. PostgreSQL needs one: Host=…;Database=…;Username=…"),
                _ => throw new StartRefusedException($"Database:Provider is “{provider}”. Set it to sqlite or postgres."),
            };
        }
        catch (ArgumentException)
        {
            // Not its message: that may hold the password.
            throw new StartRefusedException(
                $"Database:ConnectionString is not one that {provider} understands. See appsettings.example.json for how it looks.");
        }
    }

    static Database Sqlite(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (settings.DataSource is "" or ":memory:" || settings.Mode == SqliteOpenMode.Memory)
            throw new StartRefusedException(
                "Database:ConnectionString must name a file, such as “Data Source=data/incidentbot.db”: nothing in memory would last.");
        FileLock.Take(Path.GetFullPath(settings.DataSource));
        return new(Dialect.Sqlite, connectionString);
    }
}
