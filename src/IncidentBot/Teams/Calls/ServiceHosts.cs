namespace IncidentBot.Teams.Calls;

/// <summary>Where the bot may be sent to answer: Microsoft's own hosts, and whatever the operator named.</summary>
/// <remarks>
/// A token vouches for the address already; this holds also when somebody found a way to have one signed, and for addresses
/// that were noted down before. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
/// </remarks>
public static class ServiceHosts
{
    static readonly string[] Exactly = ["smba.trafficmanager.net"];

    static readonly string[] Below =
        [".botframework.com", ".botframework.azure.us", ".teams.microsoft.com", ".teams.microsoft.us", ".teams.microsoftonline.cn"];

    public static bool Trusts(this TeamsSettings settings, Uri address) =>
        address.GetLeftPart(UriPartial.Authority) == settings.ServiceUrl.GetLeftPart(UriPartial.Authority)
        || (settings.AllowAnonymous && address.IsLoopback)
        || (address is { Scheme: "https", IsDefaultPort: true, UserInfo: "" }
            && (Exactly.Contains(address.IdnHost) || Below.Any(end => address.IdnHost.EndsWith(end, StringComparison.Ordinal))));
}
