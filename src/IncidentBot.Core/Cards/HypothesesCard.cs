using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>The hypotheses board: what is still open first, each with what speaks for it and against it.</summary>
public static class HypothesesCard
{
    const int MostLines = 16;
    const int MostAtHand = 4;
    const int LongestLine = 200;

    public static Card For(Incident incident, Organisation org)
    {
        var board = incident.Hypotheses.OrderBy(one => one.Verdict == Verdict.RuledOut).ThenBy(one => one.Verdict == Verdict.Open).ThenBy(one => one.Number).ToArray();
        var lines = board.SelectMany(Lines).ToArray();
        return new(Title(board))
        {
            Header = incident.Heading(),
            Accent = incident.Colour(),
            Lines =
            [
                .. lines.Take(MostLines),
                .. lines.Length <= MostLines ? [] : new ChatText[] { $"{new ChatText.Link("The rest on the web", org.TimelineOf($"{incident.Reference}"))}" },
            ],
            Buttons = incident.IsOver ? [new("Timeline", $"timeline {incident.Reference}")] : [.. Buttons(incident, board)],
            Hint = incident.IsOver
                ? (ChatText)$"It is {incident.Status.Words()}; the board stays as it is."
                : $"{new ChatText.Code($"hypothesis {incident.Reference} support 1 note 3")}, {new ChatText.Code($"hypothesis {incident.Reference} against 1 the graph is flat")}",
        };
    }

    /// <summary>The same right after something was done to it.</summary>
    public static Card After(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        For(incident, org) with { Hint = ChatText.Join(". ", facts.Select(fact => fact.Describe())) };

    static ChatText Title(Hypothesis[] board) => board switch
    {
        [] => $"No hypotheses yet",
        _ => $"Hypotheses: {board.Count(one => one.Verdict == Verdict.Open)} open, {board.Count(one => one.Verdict == Verdict.Confirmed)} confirmed, {board.Count(one => one.Verdict == Verdict.RuledOut)} ruled out",
    };

    static IEnumerable<ChatText> Lines(Hypothesis one)
    {
        var claim = (ChatText)$"{Mark(one.Verdict)} {one.Number} {IncidentWords.Brief(one.Claim, LongestLine)}";
        yield return one switch
        {
            { Verdict: not Verdict.Open } => $"{claim} · {one.Verdict.Words()}{(one.Reason == "" ? "" : $": {IncidentWords.Brief(one.Reason, LongestLine)}")}",
            { Owner: null } => (ChatText)$"{claim} · nobody looks into it yet",
            _ => $"{claim} · {one.Owner}",
        };
        if (one.Verdict == Verdict.RuledOut)
            yield break;
        foreach (var side in one.Evidence.GroupBy(evidence => evidence.Supports).OrderByDescending(group => group.Key))
            yield return $"   {(side.Key ? "for" : "against")}: {IncidentWords.Brief(string.Join("; ", side.Select(Said)), LongestLine)}";
    }

    static string Said(Evidence evidence) => evidence.Note is { } note ? $"note {note}" : evidence.Text;

    static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => "✓",
        Verdict.RuledOut => "✗",
        _ => "○",
    };

    static IEnumerable<Button> Buttons(Incident incident, Hypothesis[] board)
    {
        var name = incident.Reference;
        yield return new("Raise one", $"hypothesis {name} add", ButtonStyle.Primary);
        if (board.Length == 0)
            yield break;
        yield return new("Speaks for", $"hypothesis {name} support");
        yield return new("Speaks against", $"hypothesis {name} against");
        yield return new("Judge one", $"hypothesis {name} verdict");
        foreach (var one in board.Where(one => one is { Verdict: Verdict.Open, Owner: null }).Take(MostAtHand))
            yield return new($"Look into {one.Number}", $"hypothesis {name} take {one.Number}");
        if (incident is { IsOpen: true, Cause: "" } && board.Any(one => one.Verdict == Verdict.Confirmed))
            yield return new("Cause found", $"identified {name}");
    }
}
