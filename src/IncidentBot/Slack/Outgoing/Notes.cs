using IncidentBot.Chat;

namespace IncidentBot.Slack.Outgoing;

/// <summary>What the bot notes down about Slack. A notebook that is away holds up no message.</summary>
public sealed partial class Notes(INotebook notebook, TimeProvider clock, ILogger<Notes> log)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="away">What it is taken to say when it can't be read.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<string?> Read(string key, CancellationToken ct, string? away = null)
    {
        try
        {
            return await notebook.Read(SlackIds.Platform, key, ct).WaitAsync(Patience, clock, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Away(fault.GetType().Name);
            return away;
        }
    }

    /// <param name="keep">How long it is of use; null: for good.</param>
    public Task Write(string key, string text, TimeSpan? keep, CancellationToken ct) =>
        Try(() => notebook.Write(SlackIds.Platform, key, text, keep, ct), ct);

    public Task Erase(string key, CancellationToken ct) => Try(() => notebook.Erase(SlackIds.Platform, key, ct), ct);

    async Task Try(Func<Task> write, CancellationToken ct)
    {
        try
        {
            await write().WaitAsync(Patience, clock, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            Away(fault.GetType().Name);
        }
    }

    [LoggerMessage(1451, LogLevel.Warning, "The notes about Slack are away ({Fault}); a message may come twice")]
    partial void Away(string fault);
}
