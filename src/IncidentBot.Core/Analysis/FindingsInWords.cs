using System.Globalization;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Analysis;

/// <summary>What follows from a fault tree, in sentences for people.</summary>
public static class FindingsInWords
{
    const int MostNamed = 10;
    const int LongestName = 80;

    /// <summary>From here on the sum for rare events says something else than the exact figure.</summary>
    const double NotRare = 1.01;

    public static IReadOnlyList<ChatText> Sentences(this FaultFindings found)
    {
        if (found.Childless is [var first, ..])
            return [first.Number == FaultTree.Top ? $"Nothing hangs under the top event yet." : Childless(found.Childless)];
        if (found.TooTangled)
            return [$"So much hangs together in this tree that I gave up working it out. Withdraw what hardly matters, or split it."];
        return
        [
            Alone(found),
            $"Minimal cut sets, each just enough together ({Whole(found.Count)}): {Sets(found)}",
            .. Idle(found),
            .. Figures(found),
        ];
    }

    /// <summary>What is left to say where the sets and the figures stand in tables.</summary>
    public static IReadOnlyList<ChatText> BesideTables(this FaultFindings found) =>
        found.CutSets.Count == 0 ? found.Sentences() : [Alone(found), .. Idle(found), .. Figures(found).Take(found.Unrated.Count > 0 ? 1 : 0)];

    static ChatText Alone(FaultFindings found) => found.SinglePoints.Count == 0
        ? (ChatText)$"Nothing is enough alone: there is no single point of failure."
        : $"Single points of failure, each enough alone: {Named(found.SinglePoints, node => $"{node.Number} {Brief(node.Text)}", "; ")}";

    static IEnumerable<ChatText> Idle(FaultFindings found)
    {
        if (found.Idle.Count > 0)
            yield return $"Makes no difference: {Numbers(found.Idle)}. Whenever it counts, the rest is enough without it.";
    }

    static IEnumerable<ChatText> Figures(FaultFindings found)
    {
        if (found.Unrated.Count > 0)
            yield return $"No probability yet: {Numbers(found.Unrated)}. With them I can tell how probable the top event is.";
        if (found is not { Probability: { } exact, RareEventSum: { } sum })
            yield break;
        yield return sum > exact * NotRare
            ? (ChatText)$"Probability of the top event: {exact.InWords()} (the sum for rare events, {sum.Plain()}, is too high here)"
            : $"Probability of the top event: {exact.InWords()}";
        var important = found.Importance.Where(one => one.Share >= 0.005).Take(5).ToArray();
        if (important.Length > 0)
            yield return $"How much rarer the top event would be without each: {string.Join(", ", important.Select(one =>
                $"{one.Event.Number} {one.Share.ToString("0 %", CultureInfo.InvariantCulture)}"))}";
    }

    static ChatText Childless(IReadOnlyList<FaultNode> gates) => gates.Count == 1
        ? (ChatText)$"{gates[0].Number} has nothing under it yet. Put something there or withdraw it; then I can work out the rest."
        : $"{Numbers(gates)} have nothing under them yet. Put something there or withdraw them; then I can work out the rest.";

    static string Sets(FaultFindings found)
    {
        var written = string.Join("; ", found.CutSets.Take(MostNamed).Select(set => string.Join(" + ", set.Select(node => node.Number))));
        return found.Count > MostNamed ? $"{written}; and {Whole(found.Count - MostNamed)} more" : written;
    }

    static string Numbers(IReadOnlyList<FaultNode> nodes) => Named(nodes, node => node.Number, ", ");

    static string Named(IReadOnlyList<FaultNode> nodes, Func<FaultNode, string> name, string between)
    {
        var written = string.Join(between, nodes.Take(MostNamed).Select(name));
        return nodes.Count > MostNamed ? $"{written} and {nodes.Count - MostNamed} more" : written;
    }

    static string Brief(string text)
    {
        if (text.Length <= LongestName)
            return text;
        // Never between the two halves of one letter.
        var end = char.IsHighSurrogate(text[LongestName - 2]) ? LongestName - 2 : LongestName - 1;
        return $"{text[..end].TrimEnd()}…";
    }

    static string Whole(double count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
