using IncidentBot.Analysis;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>A fault tree as a section beside the timeline, with what follows from it.</summary>
/// <param name="Findings">Sentences: single points of failure, minimal cut sets, probability of the top event.</param>
public sealed record FaultSheet(FaultBranch Top, IReadOnlyList<ChatText> Findings)
{
    /// <returns>Null when there is nothing in the tree yet.</returns>
    public static FaultSheet? For(Incident incident)
    {
        if (incident.FaultTree.IsEmpty)
            return null;
        var found = FaultTreeAnalysis.Of(incident.FaultTree);
        return new(Read(incident, incident.FaultTree.Root, found, []), found.Sentences());
    }

    static FaultBranch Read(Incident incident, FaultNode node, FaultFindings found, HashSet<string> seen)
    {
        var again = !seen.Add(node.Number);
        return new(
            node.Number == FaultTree.Top ? "" : node.Number, node.Gate, incident.FaultName(node), node.Probability?.Plain(), again,
            found.SinglePoints.Contains(node),
            again ? [] : [.. incident.FaultTree.Under(node).Select(child => Read(incident, child, found, seen))]);
    }
}

/// <param name="Number">"" for the top event.</param>
/// <param name="Gate">Null: a basic event.</param>
/// <param name="Probability">"0.01"; null: nobody said.</param>
/// <param name="Again">It stands in the tree further up already, with all that hangs under it.</param>
/// <param name="Alone">A basic event that is enough for the top event.</param>
public sealed record FaultBranch(
    string Number, GateKind? Gate, string Text, string? Probability, bool Again, bool Alone, IReadOnlyList<FaultBranch> Branches)
{
    /// <summary>"AND", "OR", or "" for a basic event.</summary>
    public string Word => Gate?.Word() ?? "";

    /// <summary>What is said behind the text; "": nothing.</summary>
    public string Remarks => string.Join(" · ", new[]
    {
        Again ? "as above" : null, Probability is null ? null : $"p {Probability}", Alone && !Again ? "enough alone" : null,
    }.OfType<string>());
}
