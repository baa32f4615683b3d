using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Chat;

namespace IncidentBot.Trackers;

/// <summary>Tells an address of one's own of each follow-up, as signed JSON.</summary>
/// <remarks>X-IncidentBot-Signature is "sha256=" and the HMAC of the body with the secret, in hexadecimal.</remarks>
sealed class FollowUpHook(HttpClient http, Uri address, string? secret) : ITracker
{
    readonly TrackerCall call = new(http, "The webhook", request =>
    {
        if (secret is null || request.Content is null)
            return;
        var body = request.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        request.Headers.Add("X-IncidentBot-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}");
    });

    public string Name => "webhook";
    public string Label => "the webhook";
    public bool Keeps => false;

    public Task<Issue?> Find(string marker, DateTimeOffset since, CancellationToken ct) => Task.FromResult<Issue?>(null);

    public Task<Issue> Open(IssueText text, CancellationToken ct) => throw new NotSupportedException("A webhook keeps nothing.");

    public Task Set(string key, IssueText text, bool done, CancellationToken ct) => call.Send(
        HttpMethod.Post, address.AbsoluteUri,
        new JsonObject { ["followUp"] = text.Marker, ["title"] = text.Title, ["done"] = done, ["incident"] = $"{text.Link}" }, ct);

    public Task<IReadOnlyList<Issue>> Changed(DateTimeOffset since, CancellationToken ct) => Task.FromResult<IReadOnlyList<Issue>>([]);
}
