namespace IncidentBot.Chat;

/// <summary>Draws what cards show, as files.</summary>
public interface IPictures
{
    /// <param name="address">A <see cref="Picture.Address"/>.</param>
    /// <param name="mostBytes">It is drawn smaller until it fits.</param>
    /// <returns>Null when there is nothing to see, or it doesn't fit however small.</returns>
    Task<byte[]?> Png(string address, int mostBytes, CancellationToken ct);

    /// <inheritdoc cref="Png"/>
    Task<byte[]?> Svg(string address, CancellationToken ct);
}
