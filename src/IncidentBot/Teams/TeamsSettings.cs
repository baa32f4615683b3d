using IncidentBot.Settings;

namespace IncidentBot.Teams;

/// <summary>How Teams is reached, and how Teams reaches the bot.</summary>
public sealed record TeamsSettings
{
    /// <summary>Empty where a client on this machine does without.</summary>
    public string AppId { get; init; } = "";

    /// <summary>Null: the bot proves itself otherwise, or not at all.</summary>
    public string? AppPassword { get; init; }

    /// <summary>A PEM file with the certificate and its private key.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The app is a managed identity of Azure.</summary>
    public bool ManagedIdentity { get; init; }

    /// <summary>Null where everything comes from this machine: any.</summary>
    public string? TenantId { get; init; }

    /// <summary>Activities without a token are taken. It listens on this machine only.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>Where messages go before Teams has said another place. Ends with a slash, as the next ones do.</summary>
    public required Uri ServiceUrl { get; init; }

    public required Uri LoginUrl { get; init; }
    public required Uri GraphUrl { get; init; }

    /// <summary>Where it stands which keys sign what Teams sends.</summary>
    public required Uri OpenIdMetadataUrl { get; init; }

    /// <summary>Group ids, or ids of the "19:…" kind; empty: the team that the app was added to last.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>A name, or an id of the "19:…" kind.</summary>
    public required string AnnounceChannel { get; init; }

    /// <summary>Whether the other side is told who is calling.</summary>
    public bool ProvesItself => AppPassword is not null || CertificatePath is not null || ManagedIdentity;

    /// <returns>Null when Teams is off.</returns>
    public static TeamsSettings? In(IConfiguration configuration) => !TeamsKeys.On(configuration) ? null : new()
    {
        AppId = TeamsKeys.AppId.In(configuration) ?? "",
        AppPassword = TeamsKeys.AppPassword.In(configuration),
        CertificatePath = TeamsKeys.CertificatePath.In(configuration),
        ManagedIdentity = TeamsKeys.ManagedIdentity.In(configuration) == true,
        TenantId = TeamsKeys.TenantId.In(configuration),
        AllowAnonymous = TeamsKeys.AllowAnonymous.In(configuration) == true,
        ServiceUrl = TeamsKeys.ServiceUrl.In(configuration)!,
        LoginUrl = TeamsKeys.LoginUrl.In(configuration)!,
        GraphUrl = TeamsKeys.GraphUrl.In(configuration)!,
        OpenIdMetadataUrl = TeamsKeys.OpenIdMetadataUrl.In(configuration)!,
        Teams = TeamsKeys.TeamId.In(configuration) ?? [],
        AnnounceChannel = TeamsKeys.AnnounceChannel.In(configuration)!,
    };

    // The secrets stay out of whatever prints this.
    public override string ToString() => $"Teams at {ServiceUrl}";
}
