using IncidentBot.Chat;

namespace IncidentBot.Web.Api;

/// <summary>Who the API is to everybody else: one member of the organisation with one account.</summary>
/// <remarks>
/// Whoever holds the token acts as "API", and the timeline says so. It can't act in somebody's name: a token proves
/// which program calls, not which person sits behind it. So private incidents are seen only where the API is a member,
/// as of those it declared.
/// </remarks>
static class ApiCaller
{
    public static readonly Person Person = new("api:token", "API");

    /// <summary>No platform has this room, so nothing is ever shown there.</summary>
    public static readonly Room Room = new("api", "", "the API");

    public static string Surface => Room.Platform;
}
