using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Wire;

/// <summary>What every activity says of itself.</summary>
/// <param name="Type">"message", "invoke", "conversationUpdate", …</param>
/// <param name="Name">Which invoke; "" for others.</param>
/// <param name="Id">The same for every repetition; "" where it has none.</param>
/// <param name="At">Null: not said.</param>
/// <param name="Json">All of it, also what nobody knows yet.</param>
/// <remarks>https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md</remarks>
public sealed record Activity(string Type, string Name, string Id, DateTimeOffset? At, Sender By, Place In, JsonElement Json)
{
    public required string Channel { get; init; }

    /// <summary>Where it is answered.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>Null: not said.</summary>
    public string? Tenant { get; init; }

    /// <summary>The bot's own id here, e.g. "28:2222…".</summary>
    public required string Bot { get; init; }

    /// <summary>Only the bot and whoever sent it see it: typed as a slash command.</summary>
    public bool Targeted { get; init; }

    /// <summary>The message it was done to; null: to none.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>IANA name of the sender's time zone; "": not said.</summary>
    public string Zone { get; init; } = "";

    /// <summary>Names it for good. Invokes are told apart by what they say, too: not every client numbers them well.</summary>
    public string Key => $"{Type}/{Name}/{In.Conversation}/{Id}{(Type == "invoke" ? $"/{Digest(Json.At("value"))}" : "")}";

    /// <exception cref="UnreadableException">It says not even what it is.</exception>
    public static Activity Of(JsonElement json) => json.Text("type") is { Length: > 0 } type
        ? new(type, json.Text("name"), json.Text("id"), Moment(json.Text("timestamp")), Sender.Of(json.At("from")), Place.Of(json), json)
        {
            Channel = json.Text("channelId"),
            ServiceUrl = json.Text("serviceUrl"),
            Tenant = json.TextOrNull("channelData", "tenant", "id") ?? json.TextOrNull("conversation", "tenantId"),
            Bot = json.Text("recipient", "id"),
            Targeted = json.Yes("recipient", "isTargeted"),
            ReplyTo = json.TextOrNull("replyToId"),
            Zone = json.TextOrNull("localTimezone") ?? json.Items("entities").Select(one => one.Text("timezone")).FirstOrDefault(zone => zone != "") ?? "",
        }
        : throw new UnreadableException("The activity has no type.");

    internal static DateTimeOffset? Moment(string written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null;

    static string Digest(JsonElement json) => json.ValueKind == JsonValueKind.Undefined ? ""
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.GetRawText()))[..8]);
}
