namespace IncidentBot.Chat;

/// <summary>How people say where something was done, or where a room is.</summary>
public static class Surfaces
{
    /// <param name="surface">The name of a platform, or of another way in: "api", "mail", "phone".</param>
    /// <returns>"on the web", "by phone"; of a platform its name with a capital.</returns>
    public static string Words(string surface) => surface switch
    {
        "" => "",
        "room" => "on the web",
        "api" => "through the API",
        "mail" => "by mail",
        "phone" => "by phone",
        _ => $"on {char.ToUpperInvariant(surface[0])}{surface[1..]}",
    };
}
