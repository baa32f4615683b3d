namespace IncidentBot.Settings;

public static class SettingsSetup
{
    /// <summary>The organisation's file, read at the start and again whenever it changes.</summary>
    public static void AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
    }
}
