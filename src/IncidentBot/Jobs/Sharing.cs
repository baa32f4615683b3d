using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Brings onto the timeline what people share in an incident's room: files, pictures, links to dashboards.</summary>
public sealed class Sharing(
    IIncidents incidents, PictureStore pictures, Platforms platforms, ICurrentOrganisation organisation, TimeProvider clock)
{
    public async Task Heard(Talk talk, CancellationToken ct)
    {
        if (!Incident.IsShared(talk, organisation.Now) || await incidents.In(talk.In, ct) is not { } incident)
            return;
        var known = await Known(talk, incident, ct);
        await incidents.Change(
            $"shared:{talk.In.Platform}:{Quote.IdOf(talk.In, talk.Id)}", incident.Id,
            now => now.Share(known, organisation.Now, clock.GetUtcNow()), ct);
    }

    /// <summary>The same message with where it can be read, once its pictures are sure to be fetched.</summary>
    public async Task<Talk> Known(Talk talk, Incident incident, CancellationToken ct)
    {
        if (!incident.Lacks(talk, organisation.Now))
            return talk;
        foreach (var file in talk.Files)
            if (file is { IsPicture: true, Download: { } address })
                await pictures.Want(
                    incident.Id, Incident.FileOf(talk.In, file), talk.In.Platform, file.Name, address, clock.GetUtcNow(), ct);
        return talk.Address is null ? talk with { Address = await AddressOf(talk, ct) } : talk;
    }

    /// <summary>Without it, it is still known who shared what when.</summary>
    async Task<Uri?> AddressOf(Talk talk, CancellationToken ct)
    {
        try
        {
            return platforms.All.FirstOrDefault(one => one.Name == talk.In.Platform) is { Remembers: true } platform
                ? await platform.AddressOf(talk.In, talk.Id, ct)
                : null;
        }
        catch (Exception no) when (no is ChatRefusedException or ChatUnavailableException)
        {
            return null;
        }
    }
}
