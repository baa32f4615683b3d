namespace IncidentBot.Web;

public static class WebSetup
{
    /// <summary>The API, health, metrics, and how errors are answered.</summary>
    public static void AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapWeb(this WebApplication app)
    {
    }
}
