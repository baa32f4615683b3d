using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Exports;
using IncidentBot.Incidents;

namespace IncidentBot.Reviews;

/// <summary>What the facts add to a section besides words: times, figures, the timeline, the root causes. Never written down, so never out of date.</summary>
static class Facts
{
    const int MostLines = 100;

    public static IEnumerable<ReviewBlock> Of(string section, Known known) => section switch
    {
        "times" => [new ReviewBlock.Figures([.. Times(known), .. Figures(known)])],
        "timeline" => [Timeline(known)],
        "actions" => TaskSheet.For(known.Incident) is { Count: > 0 } tasks ? [new ReviewBlock.Tasks(tasks)] : [],
        "factors" => Causes(known),
        "resolution" => Workstreams(known.Incident),
        _ => [],
    };

    /// <summary>Who worked on what, side by side.</summary>
    static IEnumerable<ReviewBlock> Workstreams(Incident incident)
    {
        if (incident.Workstreams.Count == 0)
            yield break;
        yield return new ReviewBlock.Paragraph($"Who worked on what:");
        yield return new ReviewBlock.Points(
        [
            .. WorkstreamSheet.Of(incident).Select(one =>
                (ChatText)$"{one.Name} ({(one.Lead is null ? (ChatText)$"nobody led it" : $"{one.Lead}")}, {one.State}){(one.Words == "" ? "" : $": {one.Words}")}"),
        ]);
    }

    static IEnumerable<ReviewBlock> Causes(Known known)
    {
        if (WhySheet.For(known.Incident) is { } whys)
            yield return new ReviewBlock.Whys(whys);
        if (FishboneSheet.For(known.Incident, known.Org) is { } fishbone)
            yield return new ReviewBlock.Fishbone(fishbone);
        if (FaultSheet.For(known.Incident) is { } tree)
            yield return new ReviewBlock.FaultTree(tree);
    }

    static IEnumerable<Figure> Times(Known known) => Enum.GetValues<Milestone>()
        .Where(milestone => known.Times[milestone] is not null)
        .Select(milestone => new Figure($"{milestone}", $"{known.Times[milestone]}"));

    static IEnumerable<Figure> Figures(Known known)
    {
        var times = known.Times;
        return
        [
            .. Between("Time to detect", times.StartedAt, times.DetectedAt, "detected − started"),
            .. Between("Time to acknowledge", times.DetectedAt, times.AcknowledgedAt, "acknowledged − detected"),
            .. Between("Time to respond", times.DetectedAt, times.RespondedAt, "responded − detected"),
            .. Between("Time to mitigate", times.StartedAt, times.MitigatedAt, "mitigated − started"),
            .. Between("Time to resolve", times.DetectedAt, times.ResolvedAt, "resolved − detected"),
            new("Responders", $"{known.Incident.Responders.Count}", "people who joined or were called in and came"),
            new("Escalations", $"{known.Incident.Escalations}", "steps of the ladder taken, and calls by hand"),
            new("Updates for stakeholders", $"{known.Of<UpdatePosted>().Count()}"),
        ];
    }

    static IEnumerable<Figure> Between(string label, DateTimeOffset? from, DateTimeOffset? to, string formula) =>
        from is { } began && to is { } ended && ended >= began ? [new(label, $"{(ended - began).Words()}", formula)] : [];

    /// <summary>The first half and the last of what readers outside the response may see; people write down the rest.</summary>
    static ReviewBlock.Story Timeline(Known known)
    {
        var lines = known.History
            .Where(one => Public(one.Fact, known.Incident))
            .OrderBy(one => one.Fact.At).ThenBy(one => one.Version)
            .ToArray();
        var shown = lines.Length <= MostLines ? lines : [.. lines.Take(MostLines / 2), .. lines.TakeLast(MostLines / 2)];
        return new([.. shown.Select(one => new StoryLine(one.Fact.At, known.Incident.Tell(one.Fact)))], lines.Length - shown.Length);
    }

    static bool Public(IncidentEvent fact, Incident incident) => fact is Noted note
        ? incident.SharedNotes.Contains(note.Note) && !incident.HiddenNotes.Contains(note.Note)
        : fact.Public;
}
