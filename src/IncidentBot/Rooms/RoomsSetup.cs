namespace IncidentBot.Rooms;

public static class RoomsSetup
{
    /// <summary>The room on the web: the bot's own chat platform, and the pages that show it.</summary>
    public static void AddRooms(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapRooms(this IEndpointRouteBuilder routes)
    {
    }
}
