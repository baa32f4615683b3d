namespace IncidentBot.Support;

/// <summary>This repository, as the tests find it on disk.</summary>
static class Repository
{
    static readonly string Root = FindRoot(new(AppContext.BaseDirectory));

    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>The files of one kind below a folder, as paths within the repository, without what the build made.</summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*.cs") =>
        from file in Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Any(part => part is "obj" or "bin" or "artifacts")
        orderby path
        select path;

    public static IEnumerable<string> FoldersWithCode(string project) =>
        from folder in Directory.EnumerateDirectories(PathOf(project))
        let path = $"{project}/{Path.GetFileName(folder)}"
        where Files(path).Any()
        select path;

    public static IEnumerable<string> FilesAtTheTop() => Directory.EnumerateFiles(Root).Select(file => Path.GetFileName(file));

    public static string[] Lines(string path) => File.ReadAllLines(PathOf(path));

    static string FindRoot(DirectoryInfo from) =>
        from.GetFiles("Directory.Build.props").Length > 0 ? from.FullName : FindRoot(from.Parent!);
}
