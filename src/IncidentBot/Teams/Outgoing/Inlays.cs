using IncidentBot.Chat;

namespace IncidentBot.Teams.Outgoing;

/// <summary>Puts a picture into the card itself, so that it is seen where the bot is not on the internet.</summary>
/// <remarks>
/// A message may have 100 KB of UTF-16, of which the letters of the card take their part; base64 makes four letters of three bytes.
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
/// </remarks>
public sealed class Inlays(IPictures pictures)
{
    const int Most = 21_000;

    /// <returns>The same; where the picture is too large, it links to the web.</returns>
    public async Task<Card> Bring(Card card, CancellationToken ct) =>
        card.Picture is { Source: null } picture && await pictures.Png(picture.Address, Most, ct) is { } png
            ? card with { Picture = picture with { Source = $"data:image/png;base64,{Convert.ToBase64String(png)}" } }
            : card;
}
