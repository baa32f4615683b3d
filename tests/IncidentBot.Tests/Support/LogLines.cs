using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Support;

/// <summary>Everything the bot writes to its log, with every value in it.</summary>
sealed class LogLines : ILoggerProvider
{
    readonly ConcurrentQueue<string> lines = [];
    volatile TaskCompletionSource written = New();

    public IEnumerable<string> All => lines;

    public string Errors => string.Join('\n', lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)));

    /// <summary>Until a line with these words is written, or was already.</summary>
    public Task Written(string words) =>
        Until(() => Task.FromResult(lines.Any(line => line.Contains(words, StringComparison.Ordinal))));

    /// <summary>Until something is so that the bot does and says; looked at again with each line it writes.</summary>
    public async Task Until(Func<Task<bool>> so)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var next = written.Task;
            if (await so())
                return;
            await next.WaitAsync(patience.Token);
        }
    }

    void Add(string line)
    {
        lines.Enqueue(line);
        Interlocked.Exchange(ref written, New()).SetResult();
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, Add);

    public void Dispose()
    {
    }

    sealed class Writer(string category, Action<string> add) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            add($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
