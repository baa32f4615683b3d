using System.Text.Json;
using IncidentBot.Commands;
using IncidentBot.Wire;

namespace IncidentBot.Teams.People;

/// <summary>What Teams tells about somebody.</summary>
/// <param name="Id">Of their account in Entra.</param>
/// <param name="Mail">Null: not told, or not vouched for.</param>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context</remarks>
public sealed record Profile(string Id, string Name, string? Mail, Standing Standing)
{
    /// <summary>In the name that somebody signs in with: invited from elsewhere.</summary>
    const string Invited = "#EXT#";

    /// <param name="tenant">The one that is served; null: any.</param>
    public static Profile Of(JsonElement member, string? tenant)
    {
        var account = member.TextOrNull("userPrincipalName");
        var standing = StandingOf(member, account, tenant);
        return new(
            member.TextOrNull("aadObjectId") ?? member.TextOrNull("objectId") ?? member.Text("id"),
            Clean.OneLine(Clean.Text(member.TextOrNull("name") ?? account ?? "")),
            // An address that another tenant gave its people proves nothing here; a guest's is the one that was invited.
            standing == Standing.Member ? member.TextOrNull("email") ?? account
            : standing == Standing.Guest ? member.TextOrNull("email")
            : null,
            standing);
    }

    static Standing StandingOf(JsonElement member, string? account, string? tenant) =>
        member.Text("id").StartsWith("28:", StringComparison.Ordinal) ? Standing.Bot
        : tenant is not null && member.TextOrNull("tenantId") is { } theirs && !theirs.Equals(tenant, StringComparison.OrdinalIgnoreCase)
            || member.Text("userRole") == "anonymous" ? Standing.Stranger
        : member.Text("userRole") == "guest" || account?.Contains(Invited, StringComparison.OrdinalIgnoreCase) == true ? Standing.Guest
        : Standing.Member;
}
