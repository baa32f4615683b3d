using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace IncidentBot.Jobs;

/// <summary>Hangfire's way to the log, which it keeps for the whole process: still there when the bot that set it is gone.</summary>
sealed class LastingLogs(ILoggerFactory factory) : ILogProvider
{
    readonly AspNetCoreLogProvider inner = new(factory);

    public ILog GetLogger(string name)
    {
        try
        {
            return inner.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    sealed class Silence : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
