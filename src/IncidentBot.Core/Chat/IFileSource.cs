namespace IncidentBot.Chat;

/// <summary>A platform that gives the bot the files that people share there.</summary>
public interface IFileSource
{
    /// <param name="most">In bytes.</param>
    /// <returns>Null: it is larger.</returns>
    /// <exception cref="ChatUnavailableException">It may be given later.</exception>
    /// <exception cref="ChatRefusedException">It is never given; the message says why.</exception>
    Task<byte[]?> Fetch(Uri address, int most, CancellationToken ct);
}
