using IncidentBot.Chat;

namespace IncidentBot.Outlets;

/// <summary>Commits some files of a working tree, and nothing else that lies or is staged in it; pushes if that is wanted.</summary>
sealed class Repository(Git git, bool push)
{
    /// <summary>Every file in the folder that is committed or staged.</summary>
    public async Task<IReadOnlyList<string>> Known(CancellationToken ct) =>
    [
        .. (await Must(["ls-files", "-z"], ct)).Paths
            // One whose removal is staged already stands there only; without any commit there is none.
            .Union((await git.Run(["ls-tree", "-r", "-z", "--name-only", "HEAD"], ct)) is { Worked: true } committed ? committed.Paths : []),
    ];

    /// <returns>What was committed last under that path; null: nothing.</returns>
    public async Task<string?> Committed(string path, CancellationToken ct) =>
        await git.Run(["show", $"HEAD:./{path}"], ct) is { Worked: true } shown ? shown.Text : null;

    /// <param name="written">As from the folder, with "/".</param>
    /// <param name="gone">Others that perhaps were there before.</param>
    /// <returns>Whether there was anything to commit or to push.</returns>
    public async Task<bool> Commit(IReadOnlyList<string> written, IReadOnlyList<string> gone, string message, CancellationToken ct)
    {
        // Such a commit would be on no branch, and lost when another one is checked out.
        if (!(await git.Run(["symbolic-ref", "--quiet", "HEAD"], ct)).Worked)
            throw new ChatUnavailableException("No branch is checked out in the folder of reviews; perhaps somebody is rebasing.");
        string[] paths = [.. written, .. gone];
        var staged = (await Must(["--literal-pathspecs", "ls-files", "-z", "--", .. paths], ct)).Paths;
        if (written.Union(staged).ToArray() is { Length: > 0 } there)
            await Must(["--literal-pathspecs", "add", "--all", "--", .. there], ct);
        var changed = (await Must(["--literal-pathspecs", "diff", "--cached", "--name-only", "--no-renames", "--relative", "-z", "--", .. paths], ct)).Paths;
        if (changed.Count > 0)
            await Must(["--literal-pathspecs", "commit", "--quiet", "--only", "--message", message, "--", .. changed], ct);
        return (push && await Push(ct)) || changed.Count > 0;
    }

    /// <summary>Also what an earlier try committed and could not push.</summary>
    async Task<bool> Push(CancellationToken ct)
    {
        if ((await Must(["rev-list", "--count", "HEAD", "--not", "--remotes"], ct)).Text.Trim() == "0")
            return false;
        var pushed = await git.Run(["push", "--quiet", "origin", "HEAD"], ct);
        if (!pushed.Worked && (pushed.Complains("fetch first") || pushed.Complains("non-fast-forward")))
        {
            await OnTopOfOthers(ct);
            pushed = await git.Run(["push", "--quiet", "origin", "HEAD"], ct);
        }
        return pushed.Worked ? true : throw new ChatUnavailableException(pushed switch
        {
            _ when pushed.Complains("does not appear to be a git repository") => "git can't push: there is no remote “origin”.",
            _ when pushed.Complains("could not read") || pushed.Complains("Authentication") || pushed.Complains("Permission denied") =>
                "git can't push: the remote doesn't let it in, and nobody is there to type a password.",
            _ when pushed.Complains("Could not resolve") || pushed.Complains("Connection") => "git can't push: the remote can't be reached.",
            _ => $"git can't push (exit {pushed.Exit}): push there by hand to see why.",
        });
    }

    /// <summary>Others pushed meanwhile. What can't be put on top of theirs without a question is left as it is.</summary>
    async Task OnTopOfOthers(CancellationToken ct)
    {
        await Must(["fetch", "--quiet", "origin"], ct);
        var branch = (await Must(["symbolic-ref", "--short", "HEAD"], ct)).Text.Trim();
        if ((await git.Run(["rebase", "--quiet", $"refs/remotes/origin/{branch}"], ct)).Worked)
            return;
        await git.Run(["rebase", "--abort"], CancellationToken.None);
        throw new ChatUnavailableException("git can't push: others pushed what doesn't go together with what lies here. Pull there by hand.");
    }

    async Task<GitAnswer> Must(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var answer = await git.Run(arguments, ct);
        return answer.Worked ? answer
            : answer.Complains("dubious ownership") ? throw new ChatRefusedException(
                "git says that the folder of reviews belongs to somebody else: run the bot as its owner, or add it to git's safe.directory.")
            : answer.Complains("ignored by one of your .gitignore") ? throw new ChatRefusedException(
                "The repository ignores the folder of reviews: take it out of .gitignore, or set Reviews:Commit to false.")
            : throw new ChatUnavailableException(answer.Complains("index.lock")
                ? "Another git works in the folder of reviews; if none does, remove its index.lock."
                : $"git {arguments.First(one => !one.StartsWith('-'))} ended with {answer.Exit}; try it in the folder of reviews by hand.");
    }
}
