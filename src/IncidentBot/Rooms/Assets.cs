using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace IncidentBot.Rooms;

/// <summary>The script, the style and the icon of the room, carried inside the program.</summary>
/// <remarks>Their address changes with their content, so a browser keeps them for good and never mixes two releases.</remarks>
public static class Assets
{
    static readonly FrozenDictionary<string, Asset> All = new Dictionary<string, string>
    {
        ["room.css"] = "text/css",
        ["room.js"] = "text/javascript",
        ["review.js"] = "text/javascript",
        ["causes.js"] = "text/javascript",
        ["causes.css"] = "text/css",
        ["icon.svg"] = "image/svg+xml",
    }.ToFrozenDictionary(one => one.Key, one => Read(one.Key, one.Value));

    public static string Address(string name) => $"/assets/{All[name].Tag}/{name}";

    public static IResult Serve(string tag, string name, HttpContext http)
    {
        if (!All.TryGetValue(name, out var asset))
            return Results.NotFound();
        http.Response.Headers.CacheControl = tag == asset.Tag ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, $"{asset.Type}; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{asset.Tag}\""));
    }

    static Asset Read(string name, string type)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"IncidentBot.Rooms.Assets.{name}")
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new(content, type, Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
    }

    sealed record Asset(byte[] Content, string Type, string Tag);
}
