using System.Text.RegularExpressions;
using IncidentBot.Support;

namespace IncidentBot.Tests;

/// <summary>
/// The floor plan of the walls (which room may look into which) and the habits of the house. That Core can't look up at
/// the host needs no test; it is another project.
/// </summary>
public partial class HouseRules
{
    const int LongestFile = 300;
    const int UsualFile = 60;

    static readonly string[] Core = ["Chat", "Catalog", "Escalation", "Incidents", "Metrics", "Analysis", "Cards", "Exports", "Reviews", "Commands"];

    static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["src/IncidentBot.Core/Chat"] = [],
        ["src/IncidentBot.Core/Catalog"] = ["Chat"],
        ["src/IncidentBot.Core/Escalation"] = ["Chat", "Catalog"],
        ["src/IncidentBot.Core/Incidents"] = ["Chat", "Catalog", "Escalation"],
        ["src/IncidentBot.Core/Analysis"] = ["Chat", "Incidents"],
        ["src/IncidentBot.Core/Metrics"] = ["Chat", "Catalog", "Incidents"],
        ["src/IncidentBot.Core/Cards"] = ["Chat", "Catalog", "Escalation", "Incidents", "Metrics", "Analysis"],
        ["src/IncidentBot.Core/Exports"] = ["Chat", "Catalog", "Incidents", "Metrics", "Analysis"],
        ["src/IncidentBot.Core/Reviews"] = ["Chat", "Catalog", "Incidents", "Cards", "Exports"],
        ["src/IncidentBot.Core/Commands"] = ["Chat", "Catalog", "Escalation", "Incidents", "Metrics", "Cards", "Exports", "Reviews"],
        ["src/IncidentBot/Rooms"] = ["Chat", "Catalog", "Metrics", "Commands", "Exports", "Reviews", "Calendars"],
        // Meetings as calendars take them, for pages and for mail.
        ["src/IncidentBot/Calendars"] = ["Exports"],
        ["src/IncidentBot/Mail"] = ["Chat", "Settings"],
        ["src/IncidentBot/Trackers"] = ["Chat", "Settings", "Wire"],
        // Where reviews go when they leave the house.
        ["src/IncidentBot/Outlets"] = ["Chat", "Incidents", "Reviews", "Settings", "Wire"],
        // What is the same for every platform that is spoken to over a wire.
        ["src/IncidentBot/Wire"] = ["Chat"],
        ["src/IncidentBot/Slack"] = ["Chat", "Catalog", "Commands", "Settings", "Wire"],
        ["src/IncidentBot/Teams"] = ["Chat", "Catalog", "Commands", "Settings", "Wire"],
        // The rooms on the web have tables of their own, behind an interface of theirs.
        ["src/IncidentBot/Storage"] = ["Chat", "Catalog", "Incidents", "Rooms"],
        ["src/IncidentBot/Jobs"] = ["Chat", "Catalog", "Incidents", "Metrics", "Cards", "Exports", "Reviews", "Calendars", "Storage"],
        ["src/IncidentBot/Drawing"] = ["Chat", "Catalog", "Incidents", "Metrics", "Exports", "Reviews", "Commands"],
        ["src/IncidentBot/Settings"] = ["Chat", "Catalog"],
        ["src/IncidentBot/Web"] = [.. Core, "Storage"],
    };

    static readonly string[] AtTheTop =
    [
        "IncidentBot.sln", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "SECURITY.md",
        "appsettings.example.json", ".editorconfig", "global.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
        "BannedSymbols.txt", "Dockerfile", "compose.yaml",
        // What git and docker look for there; ".git" is a file in a worktree.
        ".gitignore", ".gitattributes", ".dockerignore", ".git",
    ];

    public static TheoryData<string> Folders => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Each_folder_looks_only_where_it_may(string folder) => Assert.Empty(
        from file in Repository.Files(folder)
        from used in Code(file).SelectMany(line => Name().Matches(line.Text)).Select(match => match.Groups[1].Value).Distinct()
        where used != Path.GetFileName(folder) && !MayUse[folder].Contains(used)
        select $"{file} uses {used}");

    [Fact]
    public void Every_folder_is_on_the_plan() => Assert.Equal(
        MayUse.Keys.Order(),
        new[] { "src/IncidentBot.Core", "src/IncidentBot" }.SelectMany(Repository.FoldersWithCode).Order());

    [Fact]
    public void Namespaces_are_folders() => Assert.Empty(
        from file in Repository.Files("src")
        let folders = Path.GetDirectoryName(file)!.Replace('\\', '/').Split('/').Skip(2)
        from line in Code(file)
        where line.Text.StartsWith("namespace ", StringComparison.Ordinal)
            && line.Text != $"namespace {string.Join('.', folders.Prepend("IncidentBot"))};"
        select $"{file}: {line.Text}");

    [Fact]
    public void Core_leans_on_nothing() => Assert.DoesNotContain(
        Repository.Lines("src/IncidentBot.Core/IncidentBot.Core.csproj"),
        line => line.Contains("Reference", StringComparison.Ordinal));

    [Fact]
    public void Core_names_no_platform() => Assert.Empty(
        from file in Repository.Files("src/IncidentBot.Core")
        from line in Code(file)
        where Platform().IsMatch(line.Text)
        select $"{file}:{line.Number}: {line.Text.Trim()}");

    /// <remarks>Slack also lets the bot come to it, over sockets; Teams doesn't.</remarks>
    [Fact]
    public void Both_platforms_have_the_same_rooms_and_doors() =>
        Assert.Equal(Plan("Teams"), Plan("Slack").Except(["Sockets"]));

    [Fact]
    public void Nothing_stands_at_the_top_but_what_visitors_need() =>
        Assert.Empty(Repository.FilesAtTheTop().Except(AtTheTop));

    [Fact]
    public void No_file_is_longer_than_people_read() => Assert.Empty(
        from file in Repository.Files("src")
        let length = Repository.Lines(file).Length
        where length > LongestFile
        select $"{file}: {length} lines");

    [Fact]
    public void Most_files_fit_on_a_screen()
    {
        var lengths = Repository.Files("src").Select(file => Repository.Lines(file).Length).Order().ToArray();

        Assert.InRange(lengths[lengths.Length / 2], 1, UsualFile);
    }

    [Fact]
    public void No_test_is_skipped() => Assert.Empty(
        from file in Repository.Files("tests")
        from line in Code(file)
        where Skipping().IsMatch(line.Text)
        select $"{file}:{line.Number}: {line.Text.Trim()}");

    /// <summary>The folders of a platform and the files beside them, without its name.</summary>
    static IEnumerable<string> Plan(string platform) => Repository.Files($"src/IncidentBot/{platform}")
        .Select(file => file.Split('/')[3].Replace(platform, "", StringComparison.Ordinal))
        .Distinct().Order(StringComparer.Ordinal);

    /// <summary>The lines of a file without those that are only a comment.</summary>
    static IEnumerable<(int Number, string Text)> Code(string file) => Repository.Lines(file)
        .Select((text, index) => (index + 1, text))
        .Where(line => !line.text.TrimStart().StartsWith("//", StringComparison.Ordinal));

    /// <summary>A name of ours, in a using line or written out.</summary>
    [GeneratedRegex(@"\bIncidentBot\.([A-Z]\w*)")]
    private static partial Regex Name();

    [GeneratedRegex("""\b(Slack|Teams)\b|"(slack|teams)"|(?-i)[sS]lack[A-Z]|[tT]eams[A-Z]""")]
    private static partial Regex Platform();

    /// <summary>An attribute's property or an assertion; written so that it doesn't find itself.</summary>
    [GeneratedRegex(@"\[[^\]]*\bSk[i]p\s*=|Assert\.Sk[i]p|#if\s+(false|FALSE)")]
    private static partial Regex Skipping();
}
