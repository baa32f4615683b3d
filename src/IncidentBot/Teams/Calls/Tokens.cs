using System.Collections.Concurrent;

namespace IncidentBot.Teams.Calls;

/// <summary>Keeps each token until shortly before it ends, and fetches one at a time however many ask.</summary>
/// <param name="source">Null: the other side is told nothing of who is calling, which only a local one accepts.</param>
public sealed class Tokens(TeamsSettings settings, ITokenSource? source, TimeProvider clock) : IDisposable
{
    /// <summary>What a token is good for: messages, and Microsoft Graph.</summary>
    public const string Connector = "https://api.botframework.com/.default";

    public const string MicrosoftGraph = "https://graph.microsoft.com/.default";

    static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    readonly SemaphoreSlim one = new(1);
    readonly ConcurrentDictionary<(Uri Authority, string? Tenant, string App, string Scope), Token> kept = [];

    /// <summary>From where the settings say that they come.</summary>
    public static Tokens Of(TeamsSettings settings, TimeProvider clock) => new(
        settings,
        settings.ManagedIdentity ? new AzureTokens(settings.AppId) : settings.ProvesItself ? new LoginTokens(settings, clock) : null,
        clock);

    /// <summary>Government clouds have a Graph of their own.</summary>
    public string Graph => IsMicrosofts(settings.GraphUrl)
        ? $"{settings.GraphUrl.GetLeftPart(UriPartial.Authority)}/.default"
        : MicrosoftGraph;

    public static bool IsMicrosofts(Uri graph) => graph.Host.Contains(".microsoft", StringComparison.Ordinal);

    /// <returns>Null where none is needed.</returns>
    public async Task<string?> For(string scope, CancellationToken ct)
    {
        if (source is null)
            return null;
        if (Fresh(scope) is { } known)
            return known.Value;
        await one.WaitAsync(ct);
        try
        {
            return (Fresh(scope) ?? (kept[Key(scope)] = await source.Fetch(scope, ct))).Value;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose()
    {
        (source as IDisposable)?.Dispose();
        one.Dispose();
    }

    /// <summary>It was refused.</summary>
    public void Forget(string scope, string? value)
    {
        if (kept.TryGetValue(Key(scope), out var known) && known.Value == value)
            kept.TryRemove(new(Key(scope), known));
    }

    Token? Fresh(string scope) =>
        kept.TryGetValue(Key(scope), out var token) && token.Until - clock.GetUtcNow() > Early ? token : null;

    (Uri, string?, string, string) Key(string scope) => (settings.LoginUrl, settings.TenantId, settings.AppId, scope);
}
