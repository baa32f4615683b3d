namespace IncidentBot.Peers.Support;

/// <summary>A working directory for one test, gone afterwards.</summary>
sealed class Folder : IDisposable
{
    readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("incidentbot-");

    public string Path => directory.FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => directory.Delete(recursive: true);
}
