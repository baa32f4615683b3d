using System.Text.Json;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Wire;

/// <summary>A workspace, or an organisation of several, that a request names.</summary>
/// <param name="Team">Null: the whole organisation.</param>
public sealed record Origin(string? Team, string? Enterprise);

/// <summary>For whom a request is: the app, and every workspace it names as one that has the app.</summary>
/// <remarks>
/// In a channel that several workspaces share, what happens is sent with the workspace of whoever did it, and the ones it
/// is for stand in "authorizations" or "app_installed_team_id".
/// https://docs.slack.dev/apis/events-api#authorizations
/// </remarks>
public sealed record Origins(string? App, IReadOnlyList<Origin> All)
{
    public static Origins OfEvent(JsonElement json) => new(
        json.TextOrNull("api_app_id"),
        [
            new(json.TextOrNull("team_id"), json.TextOrNull("enterprise_id")),
            .. json.Items("authorizations").Select(one => new Origin(one.TextOrNull("team_id"), one.TextOrNull("enterprise_id"))),
        ]);

    public static Origins OfInteraction(JsonElement json) => new(
        json.TextOrNull("api_app_id"),
        [
            new(json.TextOrNull("team", "id"), json.TextOrNull("team", "enterprise_id") ?? json.TextOrNull("enterprise", "id")),
            .. json.TextOrNull("view", "app_installed_team_id") is { } team ? [new(team, null)] : Array.Empty<Origin>(),
        ]);

    public static Origins OfCommand(Func<string, string> field) => new(
        Some(field("api_app_id")), [new(Some(field("team_id")), Some(field("enterprise_id")))]);

    static string? Some(string text) => text == "" ? null : text;
}
