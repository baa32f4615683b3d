using IncidentBot.Exports;
using IncidentBot.Incidents;

namespace IncidentBot.Drawing;

/// <summary>Why it happened, as pictures: five whys and fault tree written downwards, the fishbone as a fish.</summary>
static class CauseDrawings
{
    public static IDrawing Of(WhySheet whys, string reference) => new Outline(
        $"{reference} · Five whys",
        whys.Branches.SelectMany(branch => Parts(branch, 1)).Prepend(new(0, Shape.Square, "THE PROBLEM", whys.Problem)));

    public static IDrawing Of(FaultSheet tree, string reference) => new Outline($"{reference} · Fault tree", Parts(tree.Top, 0));

    public static IDrawing Of(FishboneSheet fishbone, string reference) => new FishboneDrawing(fishbone, $"{reference} · Fishbone");

    static IEnumerable<OutlinePart> Parts(WhyBranch branch, int depth) => branch.Branches.SelectMany(below => Parts(below, depth + 1)).Prepend(new(
        depth, branch.IsRoot ? Shape.Diamond : Shape.Circle, branch.IsRoot ? $"{branch.Number} · ROOT CAUSE" : $"{branch.Number} · because",
        branch.Text, branch.IsRoot));

    static IEnumerable<OutlinePart> Parts(FaultBranch branch, int depth) =>
        branch.Branches.SelectMany(below => Parts(below, depth + 1)).Prepend(new(
            depth, branch switch
            {
                { Again: true } => Shape.Triangle,
                { Gate: GateKind.And } => Shape.And,
                { Gate: GateKind.Or } => Shape.Or,
                _ => Shape.Circle,
            },
            Label(branch), branch.Text, branch is { Alone: true, Again: false }));

    static string Label(FaultBranch branch) => string.Join(" · ", new[]
    {
        branch.Number == "" ? "TOP EVENT" : branch.Number,
        branch.Again ? "as above" : branch.Gate switch
        {
            GateKind.And => "AND: all of it together",
            GateKind.Or => "OR: any one is enough",
            _ => null,
        },
        branch.Alone && !branch.Again ? "ENOUGH ALONE" : null,
        branch.Probability is null ? null : $"p {branch.Probability}",
    }.OfType<string>());
}
