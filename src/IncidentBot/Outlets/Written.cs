using IncidentBot.Chat;

namespace IncidentBot.Outlets;

/// <summary>Writes a file whole or not at all.</summary>
static class Written
{
    /// <param name="path">Within the folder, with "/".</param>
    /// <returns>Whether it said something else before.</returns>
    /// <exception cref="ChatRefusedException">The way there leads out of the folder.</exception>
    public static bool IfOther(string folder, string path, byte[] content)
    {
        var home = folder;
        foreach (var part in path.Split('/')[..^1])
            if (new DirectoryInfo(home = Path.Combine(home, part)) is { LinkTarget: not null })
                throw new ChatRefusedException("A folder within the folder of reviews is a link to somewhere else; the bot doesn't follow it.");
        var file = Path.Combine(folder, path);
        if (File.Exists(file) && new FileInfo(file).LinkTarget is null && File.ReadAllBytes(file).AsSpan().SequenceEqual(content))
            return false;
        Directory.CreateDirectory(home);
        var half = Path.Combine(home, $".{Path.GetFileName(file)}.writing");
        File.Delete(half);
        using (var stream = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        File.Move(half, file, overwrite: true);
        return true;
    }
}
