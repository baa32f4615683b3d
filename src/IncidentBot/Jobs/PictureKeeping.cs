using Hangfire;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Copies the pictures that people share, since chats delete theirs; what is no picture or too large stays where it is.</summary>
/// <remarks>Without arguments; it may run twice. Not tried again when it fails: the next time comes by itself.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class PictureKeeping(PictureStore pictures, Platforms platforms, ICurrentOrganisation organisation)
{
    const int AtOnce = 20;
    const int MostTries = 10;

    public async Task Keep(CancellationToken ct)
    {
        InHand.Urgency = Chat.Urgency.Digest;
        foreach (var one in await pictures.Owed(AtOnce, ct))
            try
            {
                await Keep(one, ct);
            }
            catch (ChatRefusedException no)
            {
                await pictures.Leave(one, $"no copy is kept: {no.Message.TrimEnd('.')}", ct);
            }
            catch (ChatUnavailableException) when (one.Tried + 1 < MostTries)
            {
                await pictures.Tried(one, ct);
            }
            catch (ChatUnavailableException)
            {
                await pictures.Leave(one, "no copy is kept: it could not be fetched", ct);
            }
    }

    async Task Keep(WantedPicture one, CancellationToken ct)
    {
        var most = organisation.Now.Timeline.LargestPicture;
        var platform = platforms.All.FirstOrDefault(known => known.Name == one.Platform)
            ?? throw new ChatRefusedException($"{one.Platform} is not switched on.");
        if (await platform.Fetch(one.Address, most * 1024 * 1024, ct) is not { } content)
            await pictures.Leave(one, $"no copy is kept: it is larger than {most} MB", ct);
        else if (PictureTypes.Of(content) is { } type)
            await pictures.Keep(one, type, content, ct);
        else
            await pictures.Leave(one, "no copy is kept: it is no PNG, JPEG, GIF or WebP", ct);
    }
}
