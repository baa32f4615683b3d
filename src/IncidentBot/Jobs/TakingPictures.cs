using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Keeps what people share from a browser as copies of what they share in chat are kept, by the same limits.</summary>
public sealed class TakingPictures(
    IIncidents incidents, PictureStore pictures, ICurrentOrganisation organisation, TimeProvider clock) : ITakePictures
{
    public async Task<TakenPicture> Take(Room room, string id, string name, byte[] content, CancellationToken ct)
    {
        var (org, most) = (organisation.Now, organisation.Now.Timeline.LargestPicture);
        if (content.Length > most * 1024L * 1024)
            return new(null, $"That picture is larger than {most} MB. Send a smaller one.");
        if (PictureTypes.Of(content) is not { } type)
            return new(null, "That is no PNG, JPEG, GIF or WebP picture. Other files go where your organisation keeps them; send a link.");
        if (await incidents.In(room, ct) is not { } incident)
            return new(null, "Pictures are kept with an incident. Send it in the incident's own room.");
        var file = Incident.FileOf(room, new(id, name, IsPicture: true, null, null));
        var address = new Uri(org.PublicUrl, $"incidents/{incident.Reference}/pictures/{file}");
        await pictures.Put(new(incident.Id, file, room.Platform, address, 0), name, type, content, clock.GetUtcNow(), ct);
        return new(address, "");
    }
}
