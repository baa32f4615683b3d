using System.Threading.Channels;

namespace IncidentBot.Settings;

/// <summary>Notices that the organisation's file changed: at once where it can, else within seconds.</summary>
/// <remarks>
/// It also polls, because a watcher sees nothing of a mounted config map, of a network drive, or of a folder that came
/// later; and it looks at the content, because editors and containers replace files rather than write them.
/// </remarks>
public sealed class OrganisationWatch(CurrentOrganisation current, TimeProvider time, ILogger<OrganisationWatch> log)
    : BackgroundService
{
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);

    readonly Channel<bool> changed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watcher = Watch();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Next(stoppingToken);
            try
            {
                while (current.Look())
                    await Task.Delay(Settle, time, stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "The organisation's file could not be looked at; the old one stays in force");
            }
        }
    }

    async Task Next(CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(changed.Reader.WaitToReadAsync(either.Token).AsTask(), Task.Delay(Poll, time, either.Token));
        await either.CancelAsync();
        changed.Reader.TryRead(out _);
    }

    FileSystemWatcher? Watch()
    {
        try
        {
            var watcher = new FileSystemWatcher(Path.GetDirectoryName(current.Path)!);
            watcher.Changed += (_, _) => changed.Writer.TryWrite(true);
            watcher.Created += (_, _) => changed.Writer.TryWrite(true);
            watcher.Deleted += (_, _) => changed.Writer.TryWrite(true);
            watcher.Renamed += (_, _) => changed.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception cannot) when (cannot is IOException or ArgumentException or UnauthorizedAccessException)
        {
            log.LogWarning(
                "{Path} can't be watched and is looked at every {Seconds} s instead", current.Path, Poll.TotalSeconds);
            return null;
        }
    }
}
