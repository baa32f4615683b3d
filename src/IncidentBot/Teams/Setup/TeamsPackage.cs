using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Teams.Setup;

/// <summary>The app as Teams is given it: a manifest with this organisation's ids, and two icons.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package</remarks>
/// <param name="Name">Of the file.</param>
/// <param name="Template">In manifests/teams.</param>
public sealed record TeamsPackage(string Name, string Template)
{
    /// <summary>For tenants that know of slash commands, and for all others.</summary>
    public static readonly IReadOnlyList<TeamsPackage> All =
    [
        new("incidentbot-teams.zip", "manifest.json"), new("incidentbot-teams-without-slash.zip", "manifest-without-slash.json"),
    ];

    /// <summary>What stands in the manifests where an organisation's own belongs.</summary>
    const string SomeId = "00000000-0000-0000-0000-000000000000";
    const string SomeSite = "https://incidents.example.org";
    const string SomeHost = "incidents.example.org";

    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Zip files have no time zone; with one time for ever the same app is the same file.</summary>
    static readonly DateTimeOffset Always = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public byte[] Zip(string appId, Uri site)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "manifest.json", Manifest(appId, site));
            foreach (var icon in new[] { "color.png", "outline.png" })
                Add(zip, icon, Read(icon));
        }
        return bytes.ToArray();
    }

    /// <remarks>The app's own id is the bot's, so that the bot finds itself in the tenant's catalogue.</remarks>
    byte[] Manifest(string appId, Uri site)
    {
        var written = JsonNode.Parse(Read(Template))!.AsObject();
        Replace(written, text => text.Replace(SomeId, appId, StringComparison.Ordinal)
            .Replace(SomeSite, site.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal)
            .Replace(SomeHost, site.Host, StringComparison.Ordinal));
        written["webApplicationInfo"]!["resource"] = $"api://{site.Host}/botid-{appId}";
        if (site.IsLoopback)
        {
            // Teams takes no address of this machine alone; everything else works without it.
            written.Remove("validDomains");
            written["composeExtensions"]![0]!.AsObject().Remove("messageHandlers");
        }
        return JsonSerializer.SerializeToUtf8Bytes(written, Json);
    }

    static void Replace(JsonNode node, Func<string, string> with)
    {
        if (node is JsonObject one)
            foreach (var (name, inner) in one.ToArray())
                if (inner is JsonValue value && value.TryGetValue<string>(out var text))
                    one[name] = with(text);
                else if (inner is not null)
                    Replace(inner, with);
        if (node is JsonArray list)
            for (var at = 0; at < list.Count; at++)
                if (list[at] is JsonValue value && value.TryGetValue<string>(out var text))
                    list[at] = with(text);
                else if (list[at] is { } inner)
                    Replace(inner, with);
    }

    static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Always;
        using var into = entry.Open();
        into.Write(content);
    }

    static byte[] Read(string name)
    {
        using var stream = typeof(TeamsPackage).Assembly.GetManifestResourceStream($"manifests/teams/{name}")
            ?? throw new InvalidOperationException($"manifests/teams/{name} is not part of the build.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
