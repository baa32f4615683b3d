using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>What happened in an incident, to be read, printed or taken along; hidden notes are left out.</summary>
/// <param name="Heading">"INC-12 · SEV1 · Resolved".</param>
/// <param name="Lines">In the order it happened.</param>
public sealed record TimelineSheet(string Reference, string Title, string Heading, Uri Address, IReadOnlyList<SheetLine> Lines)
{
    /// <summary>Why it happened, as far as people asked; null: nobody has answered yet, or it is not for these readers.</summary>
    public WhySheet? Whys { get; init; }
    public FishboneSheet? Fishbone { get; init; }
    public FaultSheet? FaultTree { get; init; }

    /// <summary>What people thought it was.</summary>
    public IReadOnlyList<HypothesisSheet> Hypotheses { get; init; } = [];

    /// <summary>What was and is to be done.</summary>
    public IReadOnlyList<TaskSheet> Tasks { get; init; } = [];

    /// <summary>The same with what fits the filter alone; why it happened and what is to be done are never public.</summary>
    public TimelineSheet Of(TimelineFilter filter) => this with
    {
        Lines = [.. Lines.Where(filter.Fits)],
        Whys = filter.PublicOnly ? null : Whys,
        Fishbone = filter.PublicOnly ? null : Fishbone,
        FaultTree = filter.PublicOnly ? null : FaultTree,
        Hypotheses = filter.PublicOnly ? [] : Hypotheses,
        Tasks = filter.PublicOnly ? [] : Tasks,
    };

    /// <param name="pictures">What became of those that were shared, by file.</param>
    public static TimelineSheet For(
        Incident incident, IReadOnlyList<Recorded> history, string heading, Organisation org,
        IReadOnlyDictionary<string, PictureState>? pictures = null) => new(
        $"{incident.Reference}", incident.Title, heading, org.AddressOf($"{incident.Reference}"),
        [
            .. history.Where(one => one.Fact is not Noted note || !incident.HiddenNotes.Contains(note.Note))
                .OrderBy(one => one.Fact.At).ThenBy(one => one.Version)
                .Select(one => LineOf(one, incident, org, pictures)),
        ])
    {
        Whys = WhySheet.For(incident),
        Fishbone = FishboneSheet.For(incident, org),
        FaultTree = FaultSheet.For(incident),
        Hypotheses = HypothesisSheet.Of(incident),
        Tasks = TaskSheet.For(incident),
    };

    static SheetLine LineOf(
        Recorded one, Incident incident, Organisation org, IReadOnlyDictionary<string, PictureState>? pictures)
    {
        var fact = one.Fact;
        var line = new SheetLine(
            one.Version, fact.At, fact.From.At, Strands.Of(fact), fact.From.By, fact.From.Surface,
            fact is Noted note ? incident.SharedNotes.Contains(note.Note) : fact.Public, incident.Tell(fact));
        if (fact is not FileShared { Picture: true } shared || pictures?.GetValueOrDefault(shared.File) is not { } state)
            return line;
        if (!state.IsKept)
            return state.Why == "" ? line : line with { Text = $"{line.Text} ({state.Why})" };
        var copy = new Uri($"{org.AddressOf($"{incident.Reference}")}/pictures/{Uri.EscapeDataString(shared.File)}");
        return line with { Text = $"{line.Text} ({new ChatText.Link("the copy that is kept", copy)})", Picture = shared.File };
    }
}

/// <param name="Number">Its place in the order it was recorded, from 1.</param>
/// <param name="At">When it happened; <paramref name="RecordedAt"/> is when it was written down.</param>
/// <param name="Surface">Where it was done: "room", "slack", "timer", …</param>
/// <param name="Public">Whether readers outside the response may see it.</param>
public sealed record SheetLine(
    int Number, DateTimeOffset At, DateTimeOffset RecordedAt, Strand Strand, Person By, string Surface, bool Public, ChatText Text)
{
    /// <summary>The file whose copy is shown with it; null: none.</summary>
    public string? Picture { get; init; }

    public bool BackDated => RecordedAt - At > TimeSpan.FromMinutes(1);
}

/// <summary>Which lines are asked for; null and "" ask for all.</summary>
/// <param name="Words">Lines that have these words in them, whatever the case.</param>
public sealed record TimelineFilter(Strand? Strand = null, bool PublicOnly = false, string Words = "")
{
    public bool Fits(SheetLine line) =>
        (Strand is null || line.Strand == Strand)
        && (!PublicOnly || line.Public)
        && Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => PlainText.Of(line.Text).Contains(word, StringComparison.OrdinalIgnoreCase));
}
