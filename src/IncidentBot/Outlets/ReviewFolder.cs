using System.Globalization;
using System.Text;
using IncidentBot.Chat;
using IncidentBot.Reviews;

namespace IncidentBot.Outlets;

/// <summary>Keeps published reviews as Markdown: 2030/INC-12-checkout-is-down/review.md, its pictures beside it.</summary>
/// <param name="repository">Null: they are only written.</param>
sealed class ReviewFolder(string folder, Repository? repository, IReviewFiles files) : IReviewOutlet
{
    const int LongestTitle = 50;

    public string Name => "review-folder";
    public string Label => repository is null ? "the folder of reviews" : "the Git folder of reviews";

    /// <summary>git itself lets only one write at a time.</summary>
    public int AtOnce => 1;

    public async Task<string?> Bring(ReviewCopy copy, CancellationToken ct)
    {
        var home = copy.Sheet is { } sheet
            ? $"{copy.DeclaredAt.UtcDateTime.ToString("yyyy", CultureInfo.InvariantCulture)}/{NameOf(copy.Reference, sheet.Title)}"
            : null;
        var wanted = copy.Sheet is null ? [] : files.Markdown(copy.Sheet).ToDictionary(file => $"{home}/{file.Name}", file => file.Content);
        var before = repository is null ? [] : (await repository.Known(ct)).Where(path => IsOurs(path, copy.Reference)).ToArray();
        var said = before.FirstOrDefault(path => path.EndsWith($"/{ReviewFile.Text}", StringComparison.Ordinal)) is { } text
            ? await repository!.Committed(text, ct) : null;
        try
        {
            var gone = Lying(copy.Reference).Except(wanted.Keys).ToArray();
            foreach (var path in gone)
                Remove(path);
            var written = wanted.Count(file => Written.IfOther(folder, file.Key, file.Value));
            if (repository is null)
                return gone.Length + written > 0 ? null : "it stands there already";
            string[] others = [.. before.Except(wanted.Keys)];
            return wanted.Count + others.Length == 0 ? "it was never there"
                : await repository.Commit([.. wanted.Keys], others, Message(copy, said), ct) ? null : "it stands there already";
        }
        catch (Exception disk) when (disk is IOException or UnauthorizedAccessException)
        {
            throw new ChatUnavailableException("The folder of reviews can't be written.", inner: disk);
        }
    }

    /// <summary>What is there no more is not named by its title: perhaps the incident became private.</summary>
    static string Message(ReviewCopy copy, string? before) => copy.Sheet is not { } sheet ? $"{copy.Reference}: review withdrawn"
        : $"{copy.Reference}: review {(before is null ? "published" : sheet.State == Incidents.ReviewState.Closed && !before.Contains("\nClosed ", StringComparison.Ordinal) ? "closed" : "changed")}: "
            + string.Concat(sheet.Title.Select(letter => char.IsControl(letter) ? ' ' : letter));

    /// <summary>The bot's own files of one review, under whatever title; what others put beside them stays.</summary>
    IEnumerable<string> Lying(string reference) =>
        from year in new DirectoryInfo(folder).EnumerateDirectories("????")
        where year.LinkTarget is null && year.Name.All(char.IsAsciiDigit)
        from home in year.EnumerateDirectories($"{reference}*")
        where home.LinkTarget is null && IsOf(home.Name, reference)
        from file in ReviewFile.Names
        where File.Exists(Path.Combine(home.FullName, file))
        select $"{year.Name}/{home.Name}/{file}";

    void Remove(string path)
    {
        var file = new FileInfo(Path.Combine(folder, path));
        file.Delete();
        if (!file.Directory!.EnumerateFileSystemInfos().Any())
            file.Directory.Delete();
    }

    static bool IsOurs(string path, string reference) =>
        path.Split('/') is [var year, var home, var file] && year.All(char.IsAsciiDigit) && IsOf(home, reference) && ReviewFile.Names.Contains(file);

    static bool IsOf(string home, string reference) => home == reference || home.StartsWith($"{reference}-", StringComparison.Ordinal);

    /// <summary>"INC-12-checkout-is-down", in letters that every file system and every address takes.</summary>
    static string NameOf(string reference, string title)
    {
        var name = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter))
                name.Append(letter);
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        var cut = name.ToString(0, Math.Min(LongestTitle, name.Length)).TrimEnd('-');
        return cut == "" ? reference : $"{reference}-{cut}";
    }
}
