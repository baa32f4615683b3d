using System.Globalization;
using IncidentBot.Analysis;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>What follows from a fault tree, as tables: how probable its top event is, what is just enough for it, and what matters most.</summary>
/// <param name="Findings">What the tables don't say, in sentences.</param>
/// <param name="Probability">Of the top event, "0.01, about 1 in 100"; null: not known.</param>
/// <param name="Sets">Minimal cut sets, the smallest first; not all of <paramref name="Count"/> when there are many.</param>
/// <param name="Events">Those that make a difference, the most important first where that is known.</param>
public sealed record FaultTable(
    IReadOnlyList<ChatText> Findings, string? Probability, IReadOnlyList<FaultSetRow> Sets, double Count, IReadOnlyList<FaultEventRow> Events)
{
    public static FaultTable For(Incident incident)
    {
        var found = FaultTreeAnalysis.Of(incident.FaultTree);
        return new(
            found.BesideTables(), found.Probability?.InWords(),
            [.. found.CutSets.Select(set => new FaultSetRow(
                string.Join(" + ", set.Select(node => node.Number)), string.Join("; ", set.Select(node => node.Text)),
                set.All(node => node.Probability is not null) ? set.Aggregate(1.0, (product, node) => product * node.Probability!.Value).Plain() : null))],
            found.Count, [.. Rows(found)]);
    }

    static IEnumerable<FaultEventRow> Rows(FaultFindings found) => found.Importance.Count > 0
        ? found.Importance.Select(one => Row(one.Event, one.Share.ToString("0.# %", CultureInfo.InvariantCulture)))
        : found.CutSets.SelectMany(set => set).Distinct().OrderBy(node => node.Number, StringComparer.Ordinal).Select(node => Row(node, null));

    static FaultEventRow Row(FaultNode node, string? share) => new(node.Number, node.Text, node.Probability?.Plain(), share);
}

/// <param name="Numbers">"E1 + E2".</param>
/// <param name="Probability">That all of them happen; null: one of them has none.</param>
public sealed record FaultSetRow(string Numbers, string Texts, string? Probability);

/// <param name="Share">By how much rarer the top event would be without it, "42 %"; null: not known.</param>
public sealed record FaultEventRow(string Number, string Text, string? Probability, string? Share);
