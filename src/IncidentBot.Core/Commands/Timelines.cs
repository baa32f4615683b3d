using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Exports;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The timeline of an incident for whoever may see it, to be read on a page or taken along.</summary>
public sealed class Timelines(
    VisibleIncidents visible, IIncidents incidents, IKeptPictures pictures, ITalkLog talk, ICurrentOrganisation organisation)
{
    /// <inheritdoc cref="VisibleIncidents.Find"/>
    public async Task<TimelineSheet?> Of(string reference, Person viewer, CancellationToken ct) =>
        await visible.Find(reference, viewer, ct) is { } incident
            ? TimelineSheet.For(
                incident, await incidents.History(incident.Id, ct), PlainText.Of(incident.Heading()), organisation.Now,
                await pictures.Of(incident.Id, ct))
            : null;

    /// <summary>What was said in its rooms, as Markdown, piece by piece.</summary>
    /// <inheritdoc cref="VisibleIncidents.Find"/>
    public async Task<IEnumerable<string>?> Log(string reference, Person viewer, CancellationToken ct) =>
        await visible.Find(reference, viewer, ct) is { } incident
            ? MarkdownLog.Draw(incident, await talk.Of(incident.Id, ct), organisation.Now.AddressOf($"{incident.Reference}"))
            : null;

    /// <summary>The copy of a picture that somebody shared.</summary>
    /// <returns>Null: there is none, or it is not theirs to see.</returns>
    public async Task<KeptPicture?> Picture(string reference, string file, Person viewer, CancellationToken ct) =>
        await visible.Find(reference, viewer, ct) is { } incident ? await pictures.Read(incident.Id, file, ct) : null;
}
