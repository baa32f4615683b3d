using System.Diagnostics;

namespace IncidentBot.Outlets;

/// <summary>A folder of its own, in a working tree of git unless that is not wanted, gone in the end.</summary>
sealed class WorkingTree : IDisposable
{
    readonly string root = Directory.CreateTempSubdirectory("incidentbot-").FullName;

    public WorkingTree(bool git = true, string? cloneOf = null)
    {
        if (cloneOf is not null)
            Git("clone", "--quiet", cloneOf, ".");
        else if (git)
            Git("init", "--quiet", "--initial-branch", "main");
        // Whoever works there besides the bot.
        if (git)
            (_, _) = (Git("config", "user.name", "Eve"), Git("config", "user.email", "eve@example.org"));
    }

    public string Folder => root;

    public string PathOf(string path) => Path.Combine(root, path);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>Without those of git itself.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(root, file)).Where(file => !file.StartsWith(".git", StringComparison.Ordinal)).Order();

    /// <summary>The newest first.</summary>
    public string[] Log => Git("log", "--format=%an <%ae> %s").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Git(params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var git = Process.Start(start)!;
        var (said, complained) = (git.StandardOutput.ReadToEndAsync(), git.StandardError.ReadToEndAsync());
        git.WaitForExit();
        return git.ExitCode == 0 ? said.Result : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {complained.Result}");
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
