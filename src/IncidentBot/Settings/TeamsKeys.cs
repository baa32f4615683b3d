namespace IncidentBot.Settings;

/// <summary>The keys under <c>Teams</c>: off without an app id, unless a client on this machine may do without.</summary>
/// <remarks>https://learn.microsoft.com/azure/bot-service/bot-service-quickstart-registration</remarks>
internal static class TeamsKeys
{
    public static readonly Setting<string> AppId = Setting.Text(
        "Teams:AppId", null, "the application (client) id of the bot's registration, such as 12345678-90ab-cdef-1234-567890abcdef",
        IsGuid);

    public static readonly Setting<string> AppPassword = Setting.Text(
        "Teams:AppPassword", null, "a client secret's value, at least 8 characters without blanks",
        written => written.Length >= 8 && written.All(letter => letter is > ' ' and < '\x7f')) with
    { Secret = true };

    public static readonly Setting<string> CertificatePath = Setting.Text(
        "Teams:CertificatePath", null, "the path of a PEM file with the certificate and its private key", File.Exists);

    public static readonly Setting<bool?> ManagedIdentity = Setting.Switch("Teams:ManagedIdentity");

    public static readonly Setting<string> TenantId = Setting.Text(
        "Teams:TenantId", null, "the directory (tenant) id, such as 12345678-90ab-cdef-1234-567890abcdef", IsGuid);

    public static readonly Setting<bool?> AllowAnonymous = Setting.Switch("Teams:AllowAnonymous");

    public static readonly Setting<Uri> ServiceUrl =
        Address("Teams:ServiceUrl", "https://smba.trafficmanager.net/teams/", slash: true);

    public static readonly Setting<Uri> LoginUrl = Address("Teams:LoginUrl", "https://login.microsoftonline.com/", slash: true);

    public static readonly Setting<Uri> OpenIdMetadataUrl = Address(
        "Teams:OpenIdMetadataUrl", "https://login.botframework.com/v1/.well-known/openidconfiguration", slash: false);

    public static readonly Setting<Uri> GraphUrl = Address("Teams:GraphUrl", "https://graph.microsoft.com/v1.0/", slash: true);

    public static readonly Setting<IReadOnlyList<string>> TeamId = new(
        "Teams:TeamId", null, "the id of a team, or several with commas between them, such as 12345678-90ab-cdef-1234-567890abcdef",
        written => written.Split(',', StringSplitOptions.TrimEntries) is var ids
            && ids.All(IsTeam) && ids.Distinct().Count() == ids.Length ? ids : null);

    public static readonly Setting<string> AnnounceChannel = Setting.Text(
        "Teams:AnnounceChannel", "incidents", "the name of a channel of at most 50 characters, such as incidents, or its id",
        written => IsThread(written) || (written.Length <= 50 && written.IndexOfAny([.. "~#%&*{}+/\\:<>?|'\","]) < 0
            && !written.Any(char.IsControl) && written[0] is not ('_' or '.') && written[^1] != '.'));

    /// <summary>In the order of the example.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        AppId, AppPassword, CertificatePath, ManagedIdentity, TenantId, TeamId, AnnounceChannel, AllowAnonymous,
        ServiceUrl, LoginUrl, OpenIdMetadataUrl, GraphUrl,
    ];

    public static bool On(IConfiguration configuration) =>
        AppId.IsSet(configuration) || AllowAnonymous.In(configuration) == true;

    /// <summary>What is wrong with several values together.</summary>
    public static IEnumerable<string> Flaws(IConfiguration configuration)
    {
        Setting[] proofs =
        [
            .. new Setting[] { AppPassword, CertificatePath }.Where(one => !string.IsNullOrWhiteSpace(configuration[one.Key])),
            .. ManagedIdentity.In(configuration) == true ? [ManagedIdentity] : Array.Empty<Setting>(),
        ];
        var (known, anonymous) = (AppId.IsSet(configuration), AllowAnonymous.In(configuration) == true);
        if (!known && proofs.FirstOrDefault() is { } proof)
            yield return $"Teams:AppId is missing: {proof.Key} proves who the bot is only together with it.";
        if (proofs.Length > 1)
            yield return $"{proofs[1].Key} must not be set beside {proofs[0].Key}; keep the one the bot shall prove itself with.";
        if (known && proofs.Length == 0 && !anonymous)
            yield return "Teams:AppPassword is missing: without it nothing can be said in Teams. Set a client secret of the "
                + "registration, or Teams:CertificatePath, or Teams:ManagedIdentity.";
        if (known && !TenantId.IsSet(configuration) && !anonymous)
            yield return "Teams:TenantId is missing: only its people are served. It stands on the registration's overview.";
        if (anonymous && !ListenAddress.ThisMachineOnly(configuration))
            yield return "Teams:AllowAnonymous must be false where others reach the bot: it lets anybody speak for anybody. Set "
                + "Urls to http://localhost:3978, or turn it off.";
    }

    /// <param name="slash">Whether other addresses are put behind it.</param>
    static Setting<Uri> Address(string key, string fallback, bool slash) => new(
        key, fallback, $"an address such as {fallback}",
        written => Uri.TryCreate(slash ? $"{written.TrimEnd('/')}/" : written, UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" } ? address : null);

    static bool IsTeam(string written) => IsGuid(written) || IsThread(written);

    /// <remarks>"19:…@thread.tacv2"; a team's first channel bears the team's own.</remarks>
    static bool IsThread(string written) => written.Length <= 200
        && written.StartsWith("19:", StringComparison.Ordinal) && written.All(letter => letter is > ' ' and < '\x7f');

    static bool IsGuid(string written) => Guid.TryParseExact(written, "D", out _);
}
