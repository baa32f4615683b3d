namespace IncidentBot.Settings;

/// <summary>Files of the repository that tests hold the bot to.</summary>
static class Repository
{
    public static string File(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder!.FullName, "IncidentBot.sln")))
            folder = folder.Parent;
        return Path.Combine([folder.FullName, .. path]);
    }
}
