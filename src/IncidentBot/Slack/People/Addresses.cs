using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Slack.People;

/// <summary>The mail addresses that Slack vouches for.</summary>
public sealed class Addresses(Profiles profiles, ICurrentOrganisation organisation) : IAddressBook
{
    public async Task<string?> MailOf(Person who, CancellationToken ct) =>
        organisation.Now.SlackIdOf(who) is { } id && await profiles.Surely(id, ct) is { Standing: Standing.Member or Standing.Guest } profile ? profile.Mail : null;
}
