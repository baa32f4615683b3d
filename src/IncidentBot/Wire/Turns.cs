namespace IncidentBot.Wire;

/// <summary>Does things of one name one after the other, things of different names side by side.</summary>
public sealed class Turns
{
    readonly Lock gate = new();
    readonly Dictionary<string, Task> last = [];

    public async Task<T> Take<T>(string name, Func<Task<T>> work, CancellationToken ct)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (gate)
        {
            before = last.GetValueOrDefault(name, Task.CompletedTask);
            last[name] = mine.Task;
        }
        try
        {
            await before.WaitAsync(ct);
            return await work();
        }
        finally
        {
            // Whoever tired of waiting still keeps the place between those before and those behind.
            _ = before.ContinueWith(
                _ => End(name, mine), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    void End(string name, TaskCompletionSource mine)
    {
        lock (gate)
            if (last.GetValueOrDefault(name) == mine.Task)
                last.Remove(name);
        mine.SetResult();
    }
}
