using System.Collections.Concurrent;

namespace IncidentBot.Storage;

/// <summary>Keeps a second process away from the same SQLite file. The system lets go when the process ends, however it ends.</summary>
static class FileLock
{
    // Held for as long as the process lives.
    static readonly ConcurrentDictionary<string, FileStream> Held = new();

    /// <exception cref="StartRefusedException">Another process has it.</exception>
    public static void Take(string database) => Held.GetOrAdd(database, file =>
    {
        try
        {
            return new FileStream($"{file}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartRefusedException(
                $"Another IncidentBot uses {file}. Stop it, or give this one its own Database:ConnectionString. Several nodes need PostgreSQL.");
        }
    });
}
