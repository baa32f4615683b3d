using System.Security.Cryptography;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Outgoing;

/// <summary>Brings pictures into Slack, each once, so that they can be shown where the bot is not on the internet.</summary>
/// <remarks>
/// https://docs.slack.dev/messaging/working-with-files#uploading_files: the file is the bot's own until a message shows it.
/// Slack looks at it for a moment before a message may.
/// </remarks>
public sealed class Uploads(SlackApi api, IPictures pictures, SlackNotes notes, TimeProvider clock)
{
    /// <summary>In bytes; Slack takes far more, phones don't like it.</summary>
    const int Most = 2_000_000;

    static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    static readonly TimeSpan[] Looks = [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)];

    /// <returns>The same with its picture in Slack; without one where Slack won't have it: it links to the web then.</returns>
    /// <exception cref="ChatUnavailableException">It may work later.</exception>
    public async Task<Card> Bring(Card card, CancellationToken ct) =>
        card.Picture is { Source: null } picture && await pictures.Png(picture.Address, Most, ct) is { } png
            ? card with { Picture = picture with { Source = await Find(picture, png, ct) } }
            : card;

    /// <summary>The same for an answer that somebody waits for: what takes too long is left to the web.</summary>
    public async Task<Card> BringSoon(Card card, CancellationToken ct)
    {
        try
        {
            return await Bring(card, ct);
        }
        catch (ChatUnavailableException)
        {
            return card;
        }
    }

    async Task<string?> Find(Picture picture, byte[] png, CancellationToken ct)
    {
        var note = $"picture:{Convert.ToHexStringLower(SHA256.HashData(png))}";
        try
        {
            if (await notes.Read(note, ct) is { } known && await IsReady(known, ct))
                return known;
            var id = await Upload(picture, png, ct);
            await notes.Write(note, id, Kept, ct);
            return await IsReady(id, ct) ? id : null;
        }
        catch (ChatRefusedException)
        {
            return null;
        }
    }

    async Task<string> Upload(Picture picture, byte[] png, CancellationToken ct)
    {
        var place = await api.Call(
            "files.getUploadURLExternal",
            new { filename = $"{picture.Address.Split('/')[^1]}.png", length = png.Length, alt_txt = picture.Alt }, ct);
        await api.Upload(place.Text("upload_url"), png, ct);
        var id = place.Text("file_id");
        await api.Call("files.completeUploadExternal", new { files = new[] { new { id, title = picture.Alt } } }, ct);
        return id;
    }

    /// <returns>False: somebody deleted it.</returns>
    async Task<bool> IsReady(string id, CancellationToken ct)
    {
        try
        {
            foreach (var pause in Looks)
            {
                if ((await api.Call("files.info", new { file = id }, ct)).TextOrNull("file", "mimetype") is not (null or ""))
                    return true;
                await Task.Delay(pause, clock, ct);
            }
        }
        catch (ChatRefusedException no) when (SlackException.CodeIn(no) is "file_not_found" or "file_deleted")
        {
            return false;
        }
        throw new ChatUnavailableException("Slack has not looked at the picture yet.", Looks[^1]);
    }
}
