using IncidentBot.Chat;

namespace IncidentBot.Wire;

/// <summary>Which version messages show that were edited lately, so that none goes back.</summary>
/// <remarks>
/// Kept by each node for itself: which node edits a message is decided by the lease on its errand, so two of them don't.
/// </remarks>
public sealed class ShownVersions
{
    const int Remembered = 5000;

    readonly Lock gate = new();
    readonly Dictionary<MessageRef, int> versions = [];

    public int Of(MessageRef message)
    {
        lock (gate)
            return versions.GetValueOrDefault(message);
    }

    public void Note(MessageRef message, int version)
    {
        lock (gate)
        {
            if (versions.Count >= Remembered)
                versions.Clear();
            versions[message] = version;
        }
    }
}
