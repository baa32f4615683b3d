using System.Text.RegularExpressions;

namespace IncidentBot.Settings;

/// <summary>Where the bot listens, and the address that links to it bear when nobody named another.</summary>
public static partial class ListenAddress
{
    public const string Default = "http://localhost:3978";

    /// <summary>Makes the bot listen at <see cref="Default"/> unless something says where.</summary>
    public static void UseDefault(IConfiguration configuration)
    {
        if (Listens(configuration) is null && !configuration.GetSection("Kestrel:Endpoints").Exists())
            configuration["Urls"] = Default;
    }

    /// <summary>What people click on: the first address, with a host they can reach.</summary>
    public static Uri ForLinks(IConfiguration configuration)
    {
        var first = (Listens(configuration) ?? Default).Split(';')[0].Trim();
        var reachable = AnyHost().Replace(first, "://localhost");
        return Uri.TryCreate(reachable, UriKind.Absolute, out var address) ? address : new(Default);
    }

    /// <summary>Whether it is an address to listen at: "http://*:3978" too, which is no link.</summary>
    public static bool IsOne(string written) =>
        Uri.TryCreate(AnyHost().Replace(written.Trim(), "://localhost"), UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https";

    /// <summary>Whether nobody but this machine reaches it, wherever it is said.</summary>
    public static bool ThisMachineOnly(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(one => one["Url"] ?? "").ToArray();
        var addresses = endpoints.Length > 0 ? endpoints
            : Said(configuration["Urls"])?.Split(';')
            // Ports alone are those of every address.
            ?? ((Said(configuration["HTTPS_PORTS"]) ?? Said(configuration["HTTP_PORTS"])) is null ? [Default] : ["*"]);
        return addresses.All(address => Uri.TryCreate(address.Trim(), UriKind.Absolute, out var one) && one.IsLoopback);
    }

    static string? Listens(IConfiguration configuration) =>
        Said(configuration["Urls"])
        ?? (Said(configuration["HTTPS_PORTS"]) is { } secure ? $"https://localhost:{secure.Split(';')[0]}" : null)
        ?? (Said(configuration["HTTP_PORTS"]) is { } plain ? $"http://localhost:{plain.Split(';')[0]}" : null);

    static string? Said(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    [GeneratedRegex(@"://(\*|\+|0\.0\.0\.0|\[::\])")]
    private static partial Regex AnyHost();
}
