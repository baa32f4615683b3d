namespace IncidentBot.Settings;

/// <summary>Where the bot listens, and the address that links to it bear when nobody named another.</summary>
public static class ListenAddress
{
    public const string Default = "http://localhost:3978";

    /// <summary>Makes the bot listen at <see cref="Default"/> unless something says where.</summary>
    public static void UseDefault(IConfiguration configuration)
    {
        if (Listens(configuration) is null && !configuration.GetSection("Kestrel:Endpoints").Exists())
            configuration["Urls"] = Default;
    }

    /// <summary>What people click on: the first address, with a host they can reach where it listens on all of them.</summary>
    public static Uri ForLinks(IConfiguration configuration)
    {
        var first = (Listens(configuration) ?? Default).Split(';')[0].Trim()
            .Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal);
        return Uri.TryCreate(first, UriKind.Absolute, out var address) ? address : new(Default);
    }

    static string? Listens(IConfiguration configuration) =>
        Said(configuration["Urls"])
        ?? (Said(configuration["HTTPS_PORTS"]) is { } secure ? $"https://localhost:{secure.Split(';')[0]}" : null)
        ?? (Said(configuration["HTTP_PORTS"]) is { } plain ? $"http://localhost:{plain.Split(';')[0]}" : null);

    static string? Said(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
