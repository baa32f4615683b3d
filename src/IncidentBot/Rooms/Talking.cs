using System.Security.Cryptography;
using System.Text;
using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Rooms;

/// <summary>What people say to each other in a room on the web: shown there, and heard as what is said in any other room.</summary>
public sealed class Talking(
    IRoomStore rooms, IListener listener, ITakePictures pictures, ICurrentOrganisation organisation, TimeProvider clock)
{
    static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2.5);

    /// <param name="once">Names it for good: the same message is said once.</param>
    /// <param name="file">A picture that goes with it; null: none does.</param>
    /// <returns>Why nothing was said, in a sentence; null: it was.</returns>
    public async Task<string?> Say(WebRoom room, Person by, string words, string once, IFormFile? file, CancellationToken ct)
    {
        var files = new List<Attachment>();
        if (file is not null)
        {
            var (id, name) = (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(once)))[..32], Path.GetFileName(file.FileName));
            var taken = await pictures.Take(room.Room, id, name, await Content(file, ct), ct);
            if (taken.Address is not { } address)
                return taken.Why;
            files.Add(new(id, name, IsPicture: true, address, Download: null));
            words = $"{words}\n{address}".TrimStart();
        }
        await Say(room, by, words, once, files, ct).WaitAsync(AnswerWithin, clock, ct);
        return null;
    }

    /// <remarks>Sent again after a fault in between, it is shown once and heard once.</remarks>
    async Task Say(WebRoom room, Person by, string words, string once, IReadOnlyList<Attachment> files, CancellationToken ct)
    {
        var message = await rooms.Post(room.Id, once, by, words, null, ct);
        await listener.Heard(new(room.Room, message.Id, by, words, message.PostedAt)
        {
            Files = files,
            Address = new(organisation.Now.PublicUrl, $"rooms/{room.Id}#m-{message.Id}"),
        }, ct);
    }

    static async Task<byte[]> Content(IFormFile file, CancellationToken ct)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, ct);
        return content;
    }
}
