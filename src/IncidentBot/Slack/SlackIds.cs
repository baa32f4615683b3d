using System.Text.RegularExpressions;
using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Slack;

/// <summary>Slack's names for things of ours.</summary>
public static partial class SlackIds
{
    /// <summary>The platform's name in rooms and accounts.</summary>
    public const string Platform = "slack";

    /// <returns>"U024BE7LH"; null when they have no account in Slack.</returns>
    public static string? SlackIdOf(this Organisation org, Person person) => org.AccountsOf(person)
        .FirstOrDefault(account => account.Platform == Platform && UserId().IsMatch(account.Id))?.Id;

    [GeneratedRegex("^[UW][A-Z0-9]{1,30}$")]
    private static partial Regex UserId();
}
