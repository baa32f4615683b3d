namespace IncidentBot.Storage;

public static class StorageSetup
{
    /// <summary>SQLite in a file beside the bot, unless the configuration names a PostgreSQL server.</summary>
    public static void AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
    }
}
