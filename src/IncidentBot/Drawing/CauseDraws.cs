using IncidentBot.Catalog;
using IncidentBot.Exports;
using IncidentBot.Incidents;

namespace IncidentBot.Drawing;

/// <summary>Why an incident happened: "incidents/INC-12/drawings/fishbone", as it stands now.</summary>
/// <remarks>
/// A number behind the name ("fishbone-17") changes nothing: it is there so that whoever keeps pictures by their address
/// fetches a new one.
/// </remarks>
public sealed class CauseDraws(IIncidents incidents, ICurrentOrganisation organisation) : IDraw
{
    public async Task<IDrawing?> Draw(string address, CancellationToken ct)
    {
        var org = organisation.Now;
        if (address.Split('/') is not ["incidents", var written, "drawings", var name]
            || Kind(name) is not { } kind
            || !Reference.TryParse(written, org.Prefix, out var reference)
            || await incidents.Find(reference.Value, ct) is not { } incident)
            return null;
        return kind switch
        {
            "five-whys" => WhySheet.For(incident) is { } whys ? CauseDrawings.Of(whys, $"{reference}") : null,
            "fishbone" => FishboneSheet.For(incident, org) is { } fishbone ? CauseDrawings.Of(fishbone, $"{reference}") : null,
            "fault-tree" => FaultSheet.For(incident) is { } tree ? CauseDrawings.Of(tree, $"{reference}") : null,
            _ => null,
        };
    }

    /// <summary>Without the number behind it.</summary>
    static string? Kind(string name) =>
        name.LastIndexOf('-') is var dash and > 0 && name[(dash + 1)..].All(char.IsAsciiDigit) ? name[..dash] : name;
}
