using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IncidentBot.Peers.Support;

/// <summary>The bot as people run it: a process of its own, which may be killed.</summary>
sealed class BotProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly Process process;
    readonly Output output = new();

    BotProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public Uri Address { get; }
    public HttpClient Http { get; }
    public string Output => output.ToString();

    /// <summary>How much of the processors it has had.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="folder">Its working directory; the database lives below it.</param>
    /// <param name="settings">As environment variables: "Reminders__NoLeadAfter" and so on.</param>
    public static async Task<BotProcess> Start(string folder, params (string Key, string Value)[] settings)
    {
        var bot = Launch(folder, settings);
        await bot.Until("it is ready", async () =>
            (await bot.Http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
        return bot;
    }

    /// <summary>Starts it without waiting, for starts that are to be refused.</summary>
    public static BotProcess Launch(string folder, params (string Key, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Binary])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Urls"] = address.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;

        var bot = new BotProcess(new Process { StartInfo = start }, address);
        bot.process.OutputDataReceived += (_, line) => bot.output.Add(line.Data);
        bot.process.ErrorDataReceived += (_, line) => bot.output.Add(line.Data);
        bot.process.Start();
        bot.process.BeginOutputReadLine();
        bot.process.BeginErrorReadLine();
        return bot;
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async Task<int> Exit()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Waits for a condition, and says what was waited for when it doesn't come true.</summary>
    public async Task Until(string what, Func<Task<bool>> condition, TimeSpan? atMost = null)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var waited = Stopwatch.StartNew();
        while (!await Holds(condition))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The bot stopped before {what}:\n{Output}");
            if (waited.Elapsed > (atMost ?? Patience))
                throw new TimeoutException($"Waited in vain until {what}. The bot said:\n{Output}");
            await look.WaitForNextTickAsync();
        }
    }

    static async Task<bool> Holds(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
        Http.Dispose();
    }

    // artifacts/bin/IncidentBot.Peers/debug/ → artifacts/bin/IncidentBot/debug/
    static string Binary { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "IncidentBot", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
        "IncidentBot.dll"));

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
