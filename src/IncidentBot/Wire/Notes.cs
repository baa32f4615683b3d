using IncidentBot.Chat;

namespace IncidentBot.Wire;

/// <summary>What the bot notes down about a platform. A notebook that is away holds up no message.</summary>
public abstract partial class Notes(string platform, INotebook notebook, TimeProvider clock, ILogger log)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="away">What it is taken to say when it can't be read.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<string?> Read(string key, CancellationToken ct, string? away = null)
    {
        try
        {
            return await notebook.Read(platform, key, ct).WaitAsync(Patience, clock, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Away(log, platform, fault.GetType().Name);
            return away;
        }
    }

    /// <param name="keep">How long it is of use; null: for good.</param>
    public Task Write(string key, string text, TimeSpan? keep, CancellationToken ct) =>
        Try(() => notebook.Write(platform, key, text, keep, ct), ct);

    public Task Erase(string key, CancellationToken ct) => Try(() => notebook.Erase(platform, key, ct), ct);

    async Task Try(Func<Task> writing, CancellationToken ct)
    {
        try
        {
            await writing().WaitAsync(Patience, clock, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Away(log, platform, fault.GetType().Name);
        }
    }

    [LoggerMessage(1551, LogLevel.Warning, "The notes about {Platform} are away ({Fault}); a message may come twice")]
    static partial void Away(ILogger log, string platform, string fault);
}
