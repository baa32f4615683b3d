using System.Net.Mail;
using IncidentBot.Catalog;

namespace IncidentBot.Settings;

/// <summary>The keys of where published reviews go: a folder, in Git or not, and a webhook. Each is off without its first key.</summary>
internal static class ReviewKeys
{
    public static readonly Setting<string> Folder = Setting.Text(
        "Reviews:Folder", null, "the path of a folder", written => !written.Contains('\0', StringComparison.Ordinal));
    public static readonly Setting<bool?> Commit = Setting.Switch("Reviews:Commit") with { Default = null };
    public static readonly Setting<bool?> Push = Setting.Switch("Reviews:Push");

    public static readonly Setting<MailAddress> Author = new(
        "Reviews:Author", null, "a name and a mail address, such as IncidentBot <incidents@example.org>",
        written => MailKeys.Read(written) is { DisplayName.Length: > 0 } author ? author : null);

    public static readonly Setting<Uri> HookUrl = new(
        "Reviews:Webhook:Url", null, "an address such as https://wiki.example.org/reviews",
        written => Uri.TryCreate(written, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" } ? address : null)
    { Secret = true };
    public static readonly Setting<string> HookSecret = TrackerKeys.Token("Reviews:Webhook:Secret");

    /// <summary>In the order of the example.</summary>
    public static readonly IReadOnlyList<Setting> All = [Folder, Commit, Push, Author, HookUrl, HookSecret];

    /// <summary>Whether what is written to the folder is committed: as the setting says, else where it lies in a working tree.</summary>
    public static bool Commits(IConfiguration configuration) =>
        Folder.In(configuration) is { } folder && (Commit.In(configuration) ?? IsInWorkingTree(folder));

    public static IReadOnlyList<Outlet> In(IConfiguration configuration) =>
    [
        .. Folder.IsSet(configuration) ? new Outlet[] { new("review-folder", Commits(configuration) ? "the Git folder of reviews" : "the folder of reviews") } : [],
        .. HookUrl.IsSet(configuration) ? new Outlet[] { new("review-hook", "the webhook of reviews") } : [],
    ];

    /// <summary>What is wrong with several values together, or with the folder they name.</summary>
    public static IEnumerable<string> Flaws(IConfiguration configuration)
    {
        if (HookSecret.IsSet(configuration) && !HookUrl.IsSet(configuration))
            yield return "Reviews:Webhook:Url is missing: the secret alone tells nobody of reviews.";
        if (Folder.In(configuration) is { } folder)
        {
            if (NotWritable(folder) is { } why)
                yield return why;
            else if (Commits(configuration) && !IsInWorkingTree(folder))
                yield return $"Reviews:Commit is true, but {folder} is in no working tree of Git; run git init there, or set it to false.";
            else if (Commits(configuration) && !HasGit())
                yield return "Reviews:Commit takes the program git, which is not installed; install it, or set Reviews:Commit to false.";
            else if (Push.In(configuration) == true && !Commits(configuration))
                yield return "Reviews:Push is true, but nothing is committed that could be pushed; set Reviews:Commit, too.";
        }
        else
            foreach (var setting in new Setting[] { Commit, Push, Author })
                if (!string.IsNullOrWhiteSpace(configuration[setting.Key]) && !bool.FalseString.Equals(configuration[setting.Key]!.Trim(), StringComparison.OrdinalIgnoreCase))
                    yield return $"{setting.Key} is set without Reviews:Folder; name the folder, or take it out.";
    }

    static string? NotWritable(string folder)
    {
        if (!Directory.Exists(folder))
            return $"Reviews:Folder names {folder}, which is not there; create it, or correct the path.";
        var probe = Path.Combine(folder, $".incidentbot-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            return $"Reviews:Folder names {folder}, where the bot may not write; let its user write there.";
        }
    }

    /// <remarks>".git" is a file in a worktree or a submodule.</remarks>
    static bool IsInWorkingTree(string folder)
    {
        for (var one = new DirectoryInfo(Path.GetFullPath(folder)); one is not null; one = one.Parent)
            if (Path.Exists(Path.Combine(one.FullName, ".git")))
                return true;
        return false;
    }

    static bool HasGit() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(one => File.Exists(Path.Combine(one, OperatingSystem.IsWindows() ? "git.exe" : "git")));
}
