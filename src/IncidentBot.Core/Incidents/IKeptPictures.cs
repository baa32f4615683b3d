namespace IncidentBot.Incidents;

/// <summary>Where copies of the pictures are kept that people shared: the chat may delete its own.</summary>
public interface IKeptPictures
{
    /// <returns>By the name of the file, what became of each.</returns>
    Task<IReadOnlyDictionary<string, PictureState>> Of(IncidentId incident, CancellationToken ct);

    /// <returns>Null: no copy of it is kept.</returns>
    Task<KeptPicture?> Read(IncidentId incident, string file, CancellationToken ct);
}

/// <param name="Why">Why there is no copy, in a sentence; "": it has not been fetched yet.</param>
public sealed record PictureState(bool IsKept, string Why);

/// <param name="Type">"image/png", "image/jpeg", "image/gif" or "image/webp", as its content says.</param>
public sealed record KeptPicture(string Name, string Type, byte[] Content);
