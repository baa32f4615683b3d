using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration.Memory;

namespace IncidentBot.Web;

/// <summary>How the bot comes up: quietly, and with one line that says where it is or why it isn't.</summary>
public static class Opening
{
    /// <summary>What holds unless appsettings, the environment or the command line say otherwise.</summary>
    static readonly Dictionary<string, string?> Quiet = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:System"] = "Warning",
        // A start that fails is told in words, once, when it ends.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
        ["Logging:LogLevel:Hangfire"] = "Warning",
        ["Logging:Console:FormatterName"] = "simple",
        ["Logging:Console:FormatterOptions:SingleLine"] = "true",
        ["Logging:Console:FormatterOptions:IncludeScopes"] = "false",
        ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true",
        ["Logging:Console:FormatterOptions:TimestampFormat"] = "yyyy-MM-ddTHH:mm:ss.fffZ ",
    };

    public static void SetDefaults(this ConfigurationManager configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Quiet });

    /// <summary>Where only this machine can call, a name that a stranger made lead here is not answered.</summary>
    public static string AllowedHosts(IConfiguration configuration)
    {
        var listens = (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var local = listens.Length > 0 && listens.All(address =>
            Uri.TryCreate(address.Trim(), UriKind.Absolute, out var one) && one.IsLoopback);
        if (!local)
            return "*";
        var named = Uri.TryCreate(configuration["PublicUrl"], UriKind.Absolute, out var url) ? $";{url.Host}" : "";
        return $"localhost;127.0.0.1;[::1]{named}";
    }

    /// <summary>Starts to listen, says so, and stays until it is told to stop.</summary>
    public static async Task Open(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // Part of it runs already, and would fill the screen while it is torn down.
            await Quietly(app.StopAsync());
            throw;
        }
        // A test host has no address; and who reads this reads a terminal, not a log.
        if (app.Urls.FirstOrDefault() is { } address)
            await Console.Out.WriteLineAsync(
                $"IncidentBot is ready at {Reachable(address)} – open it and type: /incident checkout is down");
        await app.WaitForShutdownAsync();
    }

    /// <summary>What fails while half a start is torn down must not hide why it failed.</summary>
    static Task Quietly(Task stop) => stop.ContinueWith(_ => { }, TaskScheduler.Default);

    /// <returns>Null: it is a defect, and its stack trace is wanted.</returns>
    public static IReadOnlyList<string>? Explain(Exception failure) => failure switch
    {
        StartRefusedException refused => refused.Lines,
        InvalidDataException broken =>
            [$"A settings file can't be read: {broken.Message} {broken.GetBaseException().Message}"],
        IOException { InnerException: AddressInUseException } used =>
        [
            $"{used.Message.TrimEnd('.')}: another program listens there, perhaps another IncidentBot.",
            "Stop it, or choose another address: --urls http://localhost:4000",
        ],
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
        [
            "The bot may not listen there; ports below 1024 take more rights.",
            "Choose another: --urls http://localhost:3978",
        ],
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
        [
            "This machine doesn't have the address that Urls names.",
            "Use http://localhost:3978, or http://0.0.0.0:3978 for all of its addresses.",
        ],
        IOException { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    static string Reachable(string address) => address
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
        .Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//*", "//localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal);
}
