using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using IncidentBot.Chat;

namespace IncidentBot.Outlets;

/// <summary>The program git in one folder: no shell, no question, no hook of the repository, and an end in any case.</summary>
/// <param name="author">Who commits, for name and address.</param>
sealed class Git(string folder, GitAuthor author)
{
    /// <summary>What it says is never shown: it may name addresses, and titles of incidents.</summary>
    /// <exception cref="ChatUnavailableException">It can't be run.</exception>
    public async Task<GitAnswer> Run(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var git = new Process { StartInfo = Start(arguments) };
        try
        {
            git.Start();
        }
        catch (Win32Exception none)
        {
            throw new ChatUnavailableException("The program git can't be run.", inner: none);
        }
        try
        {
            git.StandardInput.Close();
            var (said, complained) = (git.StandardOutput.ReadToEndAsync(ct), git.StandardError.ReadToEndAsync(ct));
            await git.WaitForExitAsync(ct);
            return new(git.ExitCode, await said, await complained);
        }
        catch (OperationCanceledException)
        {
            git.Kill(entireProcessTree: true);
            throw;
        }
    }

    ProcessStartInfo Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        string[] always = ["-C", folder, "-c", "core.hooksPath=/dev/null", "-c", "commit.gpgSign=false", "-c", "core.autocrlf=false", "-c", "gc.auto=0"];
        foreach (var argument in always.Concat(arguments))
            start.ArgumentList.Add(argument);
        // Where the bot itself was started by git, git would be meant for another repository.
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("GIT_", StringComparison.Ordinal)
            && key is not ("GIT_SSH_COMMAND" or "GIT_SSH" or "GIT_CONFIG_GLOBAL" or "GIT_SSL_CAINFO")).ToArray())
            start.Environment.Remove(inherited);
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_ASKPASS"] = "";
        start.Environment["SSH_ASKPASS"] = "";
        start.Environment.TryAdd("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
        start.Environment["GIT_EDITOR"] = "true";
        start.Environment["LC_ALL"] = "C";
        (start.Environment["GIT_AUTHOR_NAME"], start.Environment["GIT_AUTHOR_EMAIL"]) = (author.Name, author.Mail);
        (start.Environment["GIT_COMMITTER_NAME"], start.Environment["GIT_COMMITTER_EMAIL"]) = (author.Name, author.Mail);
        return start;
    }
}

/// <param name="Complaint">For telling one failure from another, never for people.</param>
sealed record GitAnswer(int Exit, string Text, string Complaint)
{
    public bool Worked => Exit == 0;

    public IReadOnlyList<string> Paths => Text.Split('\0', StringSplitOptions.RemoveEmptyEntries);

    public bool Complains(string about) => Complaint.Contains(about, StringComparison.OrdinalIgnoreCase);
}

/// <summary>"IncidentBot &lt;incidents@example.org&gt;".</summary>
sealed record GitAuthor(string Name, string Mail);
