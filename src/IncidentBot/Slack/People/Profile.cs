using System.Text.Json;
using IncidentBot.Commands;
using IncidentBot.Slack.Incoming;
using IncidentBot.Wire;

namespace IncidentBot.Slack.People;

/// <summary>What Slack tells about somebody.</summary>
/// <param name="Mail">Null: not told, or not vouched for.</param>
/// <param name="Zone">IANA name; "" when it isn't told.</param>
/// <remarks>https://docs.slack.dev/reference/objects/user-object</remarks>
public sealed record Profile(string Id, string Name, string? Mail, string Zone, Standing Standing)
{
    const string Slackbot = "USLACKBOT";

    public static Profile Of(JsonElement user, Home home)
    {
        var standing = StandingOf(user, home);
        return new(
            user.Text("id"),
            Clean.OneLine(Clean.Text(
                user.TextOrNull("profile", "display_name") ?? user.TextOrNull("profile", "real_name")
                ?? user.TextOrNull("real_name") ?? user.Text("name"))),
            // An address that another organisation gave its people proves nothing here.
            standing is Standing.Member or Standing.Guest && user.At("is_email_confirmed").ValueKind != JsonValueKind.False
                ? user.TextOrNull("profile", "email")
                : null,
            user.Text("tz"), standing);
    }

    static Standing StandingOf(JsonElement user, Home home) =>
        user.Yes("is_bot") || user.Yes("is_workflow_bot") || user.Text("id") == Slackbot ? Standing.Bot
        : user.Yes("deleted") ? Standing.Deactivated
        : user.Yes("is_stranger") || !BelongsTo(user, home) ? Standing.Stranger
        : user.Yes("is_restricted") || user.Yes("is_ultra_restricted") ? Standing.Guest
        : Standing.Member;

    /// <remarks>An organisation of several workspaces may have put them into another one.</remarks>
    static bool BelongsTo(JsonElement user, Home home) =>
        user.TextOrNull("team_id") is not { } team || team == home.Team
        || user.Items("enterprise_user", "teams").Any(one => one.Text() == home.Team)
        || (home.Enterprise is { } enterprise && user.Text("enterprise_user", "enterprise_id") == enterprise);
}
