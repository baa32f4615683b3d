using System.Globalization;
using System.Text;
using IncidentBot.Slack.Incoming;

namespace IncidentBot.Peers.Slack;

/// <summary>A request as Slack signs it; what is wrong with it is changed afterwards.</summary>
sealed record Signed(string Body, string ContentType, string Timestamp, string Signature)
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Json = "application/json";

    /// <param name="late">How long it has been on its way.</param>
    public static Signed Of(string body, string contentType = Form, string secret = Emulator.SigningSecret, TimeSpan late = default)
    {
        var timestamp = (TimeProvider.System.GetUtcNow() - late).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = new SlackSignature(secret, TimeProvider.System).Of(timestamp, Encoding.UTF8.GetBytes(body));
        return new(body, contentType, timestamp, signature);
    }

    public static Signed Fields(params (string Name, string Value)[] fields) => Of(string.Join(
        '&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}")));

    /// <param name="lower">Writes the headers as HTTP/2 does.</param>
    public async Task<HttpResponseMessage> To(HttpClient http, string path = "/slack/events", bool lower = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        request.Headers.TryAddWithoutValidation(Name(SlackSignature.TimestampHeader), Timestamp);
        request.Headers.TryAddWithoutValidation(Name(SlackSignature.Header), Signature);
        return await http.SendAsync(request);

        string Name(string header) => lower ? header.ToLowerInvariant() : header;
    }
}
