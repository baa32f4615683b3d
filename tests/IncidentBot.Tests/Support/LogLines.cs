using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Support;

/// <summary>Everything the bot writes to its log, with every value in it.</summary>
sealed class LogLines : ILoggerProvider
{
    readonly ConcurrentQueue<string> lines = [];

    public IEnumerable<string> All => lines;

    public string Errors => string.Join('\n', lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)));

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, lines);

    public void Dispose()
    {
    }

    sealed class Writer(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
