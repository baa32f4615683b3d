namespace IncidentBot.Chat;

/// <summary>Takes a picture that somebody shares from a browser, and keeps it with the incident of that room.</summary>
public interface ITakePictures
{
    /// <summary>Durable when it returns; the same one taken twice is kept once.</summary>
    /// <param name="id">Names it for good within its room's platform.</param>
    Task<TakenPicture> Take(Room room, string id, string name, byte[] content, CancellationToken ct);
}

/// <param name="Address">Where it is seen from now on; null: it was not taken.</param>
/// <param name="Why">Why it was not taken and what to do instead, in a sentence; "": it was.</param>
public sealed record TakenPicture(Uri? Address, string Why);
