using System.Runtime.CompilerServices;
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

    /// <summary>The lines of work that went on side by side.</summary>
    public IReadOnlyList<WorkstreamSheet> Workstreams { get; init; } = [];

    /// <summary>What was and is to be done.</summary>
    public IReadOnlyList<TaskSheet> Tasks { get; init; } = [];

    /// <summary>The same with what fits the filter alone; why it happened and what is to be done are never public.</summary>
    public TimelineSheet Of(TimelineFilter filter) => this with
    {
        Lines = filter.FitsAll ? Lines : [.. Lines.Where(filter.Fits)],
        Whys = filter.PublicOnly ? null : Whys,
        Fishbone = filter.PublicOnly ? null : Fishbone,
        FaultTree = filter.PublicOnly ? null : FaultTree,
        Hypotheses = filter.PublicOnly ? [] : Hypotheses,
        Workstreams = filter.PublicOnly ? [] : Workstreams,
        Tasks = filter.PublicOnly ? [] : Tasks,
    };

    /// <param name="pictures">What became of those that were shared, by file.</param>
    public static TimelineSheet For(
        Incident incident, IReadOnlyList<Recorded> history, string heading, Organisation org,
        IReadOnlyDictionary<string, PictureState>? pictures = null) => new(
        $"{incident.Reference}", incident.Title, heading, org.AddressOf($"{incident.Reference}"),
        new LazyLines(
            [.. Ordered(history).Where(one => !incident.Hides(one.Fact))],
            one => LineOf(one, incident, org, pictures)))
        {
            Whys = WhySheet.For(incident),
            Fishbone = FishboneSheet.For(incident, org),
            FaultTree = FaultSheet.For(incident),
            Hypotheses = HypothesisSheet.Of(incident),
            Workstreams = WorkstreamSheet.Of(incident),
            Tasks = TaskSheet.For(incident),
        };

    /// <summary>A long history that is read once is put in order once.</summary>
    static readonly ConditionalWeakTable<IReadOnlyList<Recorded>, Recorded[]> InOrder = [];

    static Recorded[] Ordered(IReadOnlyList<Recorded> history) => InOrder.GetValue(
        history, all => [.. all.OrderBy(one => one.Fact.At).ThenBy(one => one.Version)]);

    static SheetLine LineOf(
        Recorded one, Incident incident, Organisation org, IReadOnlyDictionary<string, PictureState>? pictures)
    {
        var fact = one.Fact;
        var state = fact is FileShared { Picture: true } shared ? pictures?.GetValueOrDefault(shared.File) : null;
        return new(
            one.Version, fact.At, fact.From.At, Strands.Of(fact), fact.From.By, fact.From.Surface,
            fact is Noted note ? incident.SharedNotes.Contains(note.Note) : fact.Public, () => Tell(fact, state, incident, org))
        {
            Picture = state is { IsKept: true } ? ((FileShared)fact).File : null,
        };
    }

    static ChatText Tell(IncidentEvent fact, PictureState? state, Incident incident, Organisation org)
    {
        var text = incident.Tell(fact);
        if (state is null or { IsKept: false, Why: "" })
            return text;
        if (!state.IsKept)
            return $"{text} ({state.Why})";
        var copy = new Uri($"{org.AddressOf($"{incident.Reference}")}/pictures/{Uri.EscapeDataString(((FileShared)fact).File)}");
        return $"{text} ({new ChatText.Link("the copy that is kept", copy)})";
    }
}

/// <param name="Number">Its place in the order it was recorded, from 1.</param>
/// <param name="At">When it happened; <paramref name="RecordedAt"/> is when it was written down.</param>
/// <param name="Surface">Where it was done: "room", "slack", "timer", …</param>
/// <param name="Public">Whether readers outside the response may see it.</param>
public sealed record SheetLine(
    int Number, DateTimeOffset At, DateTimeOffset RecordedAt, Strand Strand, Person By, string Surface, bool Public, Func<ChatText> Telling)
{
    ChatText? text;

    /// <summary>Told when it is wanted: of thousands of lines a page shows a few.</summary>
    public ChatText Text => text ??= Telling();

    /// <summary>The file whose copy is shown with it; null: none.</summary>
    public string? Picture { get; init; }

    public bool BackDated => RecordedAt - At > TimeSpan.FromMinutes(1);
}

/// <summary>Which lines are asked for; null and "" ask for all.</summary>
/// <param name="Words">Lines that have these words in them, whatever the case.</param>
public sealed record TimelineFilter(Strand? Strand = null, bool PublicOnly = false, string Words = "")
{
    public bool FitsAll => this is { Strand: null, PublicOnly: false } && string.IsNullOrWhiteSpace(Words);

    public bool Fits(SheetLine line) =>
        (Strand is null || line.Strand == Strand)
        && (!PublicOnly || line.Public)
        && Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => PlainText.Of(line.Text).Contains(word, StringComparison.OrdinalIgnoreCase));
}
