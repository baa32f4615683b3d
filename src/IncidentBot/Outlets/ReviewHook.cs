using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Reviews;
using IncidentBot.Wire;

namespace IncidentBot.Outlets;

/// <summary>Tells an address of one's own when a review is published, changed, closed or withdrawn, as signed JSON.</summary>
sealed class ReviewHook(HttpClient http, Uri address, string? secret, INotebook notes) : IReviewOutlet
{
    readonly Webhook hook = new(http, address, secret, "The webhook of reviews");

    public string Name => "review-hook";
    public string Label => "the webhook of reviews";
    public int AtOnce => 2;

    /// <remarks>What it was told last is noted after it took it; where that is lost, it is told the same again under the same key.</remarks>
    public async Task<string?> Bring(ReviewCopy copy, CancellationToken ct)
    {
        var body = JsonReview.Draw(copy);
        var (count, before) = (await notes.Read(Name, copy.Id, ct))?.Split(' ', 2) is [var number, var last] ? (int.Parse(number, CultureInfo.InvariantCulture), last) : (0, Withdrawn);
        var now = body is null ? Withdrawn : $"{body["state"]}/{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body)))[..32]}";
        if (now == before)
            return body is null ? "it knows nothing of it" : "it knows that";
        body ??= new JsonObject { ["reference"] = copy.Reference };
        body.Insert(0, "event", Event(before, now));
        await hook.Tell(body, $"{copy.Reference}/review/{count + 1}/{now}", ct);
        await notes.Write(Name, copy.Id, $"{count + 1} {now}", null, ct);
        return null;
    }

    static string Event(string before, string now) => now == Withdrawn ? now
        : before == Withdrawn ? "published"
        : now.StartsWith(Closed, StringComparison.Ordinal) && !before.StartsWith(Closed, StringComparison.Ordinal) ? "closed"
        : "changed";

    const string Withdrawn = "withdrawn";
    const string Closed = "closed/";
}
