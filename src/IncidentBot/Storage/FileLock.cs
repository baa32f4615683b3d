using System.Collections.Concurrent;

namespace IncidentBot.Storage;

/// <summary>Keeps a second process away from the same SQLite file. The system lets go when the process ends, however it ends.</summary>
static class FileLock
{
    // Held for as long as the process lives.
    static readonly ConcurrentDictionary<string, FileStream> Held = new();

    /// <summary>Also makes the folder when it is missing.</summary>
    /// <exception cref="StartRefusedException">Another process has it, or it can't be written.</exception>
    public static void Take(string database) => Held.GetOrAdd(database, file =>
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return new FileStream($"{file}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException || Unwritable(fault))
        {
            throw new StartRefusedException(
                $"The database {file} can't be written. Let the bot's user write there, or name another file in Database:ConnectionString.");
        }
        catch (IOException)
        {
            throw new StartRefusedException(
                $"Another IncidentBot uses {file}. Stop it, or give this one its own Database:ConnectionString. Several nodes need PostgreSQL.");
        }
    });

    /// <summary>A lock that is held is an IOException of its own kind; the rest is the disk.</summary>
    static bool Unwritable(Exception fault) =>
        fault is DirectoryNotFoundException or PathTooLongException || fault.HResult is 30 or 28 or 20;
}
