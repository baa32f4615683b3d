using System.Text.Json.Nodes;

namespace IncidentBot.Teams.Drawing;

/// <summary>Some people's clients ask for the newest card, and their own buttons, as soon as they show it.</summary>
/// <param name="Line">The command line that asks for it, e.g. "show INC-12".</param>
/// <param name="Users">Whose, as Teams knows them; the first 60, which is all that Teams allows.</param>
/// <remarks>
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/up-to-date-views
/// </remarks>
public sealed record TeamsRefresh(string Line, IReadOnlyList<string> Users)
{
    public const string Verb = "refresh";

    const int Most = 60;

    internal JsonObject Draw() => new()
    {
        ["action"] = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = "Refresh",
            ["verb"] = Verb,
            ["data"] = new JsonObject { ["line"] = Line },
        },
        ["userIds"] = new JsonArray([.. Users.Distinct().Take(Most).Select(user => (JsonNode)user)]),
    };
}
