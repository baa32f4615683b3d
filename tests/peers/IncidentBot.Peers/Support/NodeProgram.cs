using System.Diagnostics;

namespace IncidentBot.Peers.Support;

/// <summary>A server in the folder node: somebody else's program, behind the few lines that start it.</summary>
/// <remarks>It says "listening" and its address as soon as it does.</remarks>
sealed class NodeProgram : IAsyncDisposable
{
    const string Listening = "listening ";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // artifacts/bin/IncidentBot.Peers/debug/ → tests/peers/IncidentBot.Peers/node/
    static readonly string Folder = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "tests", "peers", "IncidentBot.Peers", "node"));

    readonly Process process;
    readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Output output = new();

    NodeProgram(Process process) => this.process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>How much of the processors it has had.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<NodeProgram> Start(string script, params string[] arguments)
    {
        var program = new NodeProgram(new() { StartInfo = Node(script, arguments), EnableRaisingEvents = true });
        program.process.OutputDataReceived += (_, line) => program.Heard(line.Data);
        program.process.ErrorDataReceived += (_, line) => program.Heard(line.Data);
        program.process.Exited += (_, _) => program.address.TrySetException(
            new InvalidOperationException($"{script} stopped before it was listening:\n{program.output}"));
        program.process.Start();
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        program.Address = await program.address.Task.WaitAsync(Patience);
        return program;
    }

    /// <param name="path">As seen from the folder of the programs.</param>
    public static string PathOf(string path) => Path.GetFullPath(Path.Combine(Folder, path));

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it said; its exit code is 0.</returns>
    public static async Task<string> Run(string script, params string[] arguments)
    {
        using var process = Process.Start(Node(script, arguments))!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(Patience);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said[0] : throw new InvalidOperationException($"{script} failed:\n{string.Concat(said)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    void Heard(string? line)
    {
        output.Add(line);
        if (line?.StartsWith(Listening, StringComparison.Ordinal) is true)
            address.TrySetResult(new(line[Listening.Length..]));
    }

    static ProcessStartInfo Node(string script, string[] arguments) =>
        new(Path.Combine(Folder, "node_modules", ".bin", "node"), [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
