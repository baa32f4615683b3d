namespace IncidentBot.Incidents;

/// <summary>
/// A fault tree: what has to come together for the top event to happen. The same part may hang under several gates, but
/// never under itself.
/// </summary>
/// <param name="Nodes">The top event first; only what hangs under it, however far down.</param>
/// <param name="Gates">How many gates there ever were, so that no number is given twice.</param>
/// <param name="Events">How many basic events there ever were.</param>
public sealed record FaultTree(IReadOnlyList<FaultNode> Nodes, int Gates, int Events)
{
    public const int MostNodes = 80;
    public const int Deepest = 10;

    /// <summary>How many times anything may hang anywhere.</summary>
    public const int MostLinks = 160;

    /// <summary>The number of the top event.</summary>
    public const string Top = "top";

    public static readonly FaultTree None = new([new(Top, "", GateKind.Or)], 0, 0);

    public FaultNode Root => Nodes[0];

    public bool IsEmpty => Root.Children.Count == 0;

    /// <summary>Those with something under them, or ready for it; the top event first.</summary>
    public IEnumerable<FaultNode> AllGates => Nodes.Where(node => node.Gate is not null);

    public IEnumerable<FaultNode> AllEvents => Nodes.Where(node => node.Gate is null);

    public FaultNode? Find(string number) => Nodes.FirstOrDefault(node => node.Number.Equals(number, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<FaultNode> Under(FaultNode gate) => gate.Children.Select(Find).OfType<FaultNode>();

    /// <summary>The gates it hangs under.</summary>
    public IReadOnlyList<FaultNode> Above(string number) => [.. Nodes.Where(node => node.Children.Contains(number))];

    /// <summary>Whether one is the other or hangs under it, however far down.</summary>
    public bool Reaches(string from, string to) => Below(from).Contains(to);

    /// <summary>How far each part is from the top event, on the longest way.</summary>
    /// <remarks>Parts that hang under many gates are looked at once each, however many ways lead to them.</remarks>
    internal IReadOnlyDictionary<string, int> Depths()
    {
        var heights = new Dictionary<string, int>();
        var depths = Nodes.ToDictionary(node => node.Number, _ => 0);
        HeightOf(Top, heights);
        foreach (var gate in Nodes.OrderByDescending(node => heights[node.Number]))
            foreach (var child in gate.Children)
                depths[child] = Math.Max(depths[child], depths[gate.Number] + 1);
        return depths;
    }

    /// <summary>How far it goes down from here, on the longest way.</summary>
    internal int HeightOf(string number) => HeightOf(number, []);

    int HeightOf(string number, Dictionary<string, int> known) =>
        known.TryGetValue(number, out var height) ? height
        : known[number] = Find(number)!.Children.Select(child => HeightOf(child, known) + 1).DefaultIfEmpty(0).Max();

    internal FaultTree Plus(FaultNode node, string under) => this with
    {
        Nodes = [.. Nodes.Select(one => one.Number == under ? one with { Children = [.. one.Children, node.Number] } : one), node],
        Gates = Gates + (node.Gate is null ? 0 : 1),
        Events = Events + (node.Gate is null ? 1 : 0),
    };

    internal FaultTree With(string number, Func<FaultNode, FaultNode> change) =>
        this with { Nodes = [.. Nodes.Select(node => node.Number == number ? change(node) : node)] };

    /// <summary>Without it, and without what hung under it alone.</summary>
    internal FaultTree Without(string number) => Pruned(Nodes.Where(node => node.Number != number)
        .Select(node => node.Children.Contains(number) ? node with { Children = [.. node.Children.Where(child => child != number)] } : node));

    FaultTree Pruned(IEnumerable<FaultNode> nodes)
    {
        var left = this with { Nodes = [.. nodes] };
        var reached = left.Below(Top);
        return left with { Nodes = [.. left.Nodes.Where(node => reached.Contains(node.Number))] };
    }

    HashSet<string> Below(string number)
    {
        var children = Nodes.ToDictionary(node => node.Number, node => node.Children);
        var (reached, next) = (new HashSet<string> { number }, new Queue<string>([number]));
        while (next.TryDequeue(out var one))
            foreach (var child in children.GetValueOrDefault(one, []).Where(reached.Add))
                next.Enqueue(child);
        return reached;
    }
}

/// <param name="Number">"G2" for a gate, "E3" for a basic event, <see cref="FaultTree.Top"/> for the top event; it keeps it.</param>
/// <param name="Text">Of the top event "": it is called as the problem is.</param>
/// <param name="Gate">How what hangs under it comes together; null: a basic event, nothing hangs under it.</param>
/// <param name="Probability">Of a basic event, 0 to 1; null: nobody said.</param>
public sealed record FaultNode(string Number, string Text, GateKind? Gate, double? Probability = null)
{
    /// <summary>The numbers of what hangs under it, in the order it was hung there.</summary>
    public IReadOnlyList<string> Children { get; init; } = [];
}

/// <summary>How what hangs under a gate comes together.</summary>
public enum GateKind
{
    /// <summary>Any one of it is enough.</summary>
    Or,

    /// <summary>It takes all of it.</summary>
    And,
}
