using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Trackers;

/// <summary>Tells an address of one's own of each follow-up, as signed JSON.</summary>
sealed class FollowUpHook(HttpClient http, Uri address, string? secret) : ITracker
{
    readonly Webhook hook = new(http, address, secret, "The webhook");

    public string Name => "webhook";
    public string Label => "the webhook";
    public bool Keeps => false;

    public Task<Issue?> Find(string marker, DateTimeOffset since, CancellationToken ct) => Task.FromResult<Issue?>(null);

    public Task<Issue> Open(IssueText text, CancellationToken ct) => throw new NotSupportedException("A webhook keeps nothing.");

    public Task Set(string key, IssueText text, bool done, CancellationToken ct) => hook.Tell(
        new JsonObject { ["followUp"] = text.Marker, ["title"] = text.Title, ["done"] = done, ["incident"] = $"{text.Link}" }, null, ct);

    public Task<IReadOnlyList<Issue>> Changed(DateTimeOffset since, CancellationToken ct) => Task.FromResult<IReadOnlyList<Issue>>([]);
}
