namespace IncidentBot.Settings;

/// <summary>A folder that is gone when the test is over.</summary>
sealed class Folder : IDisposable
{
    readonly string path = Directory.CreateTempSubdirectory("organisation-").FullName;

    public string At(string name) => Path.Combine(path, name);

    public string Write(string name, string content)
    {
        File.WriteAllText(At(name), content);
        return At(name);
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
