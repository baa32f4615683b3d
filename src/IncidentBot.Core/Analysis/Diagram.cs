namespace IncidentBot.Analysis;

/// <summary>
/// A decision diagram: a question about one event in each node, asked in the order of the events' numbers, and the same
/// question never kept twice. Two kinds of it share the nodes: "when does the top event happen" (binary), and "which sets
/// are the minimal cut sets" (zero-suppressed: what is not asked about is not in the set).
/// </summary>
/// <remarks>A. Rauzy, New algorithms for fault trees analysis, Reliability Engineering and System Safety 40 (1993).</remarks>
/// <param name="patience">How many steps it may take; then it is <see cref="Spent"/>, and what it says is worth nothing.</param>
sealed class Diagram(int patience)
{
    /// <summary>It never happens; no set.</summary>
    public const int No = 0;

    /// <summary>It happens whatever comes; the set with nothing in it.</summary>
    public const int Yes = 1;

    const int BelowAll = int.MaxValue;

    readonly List<Node> nodes = [new(BelowAll, No, No), new(BelowAll, Yes, Yes)];
    readonly Dictionary<Node, int> places = [];
    readonly Dictionary<(Step, int, int), int> done = [];
    int steps;

    public bool Spent => steps > patience;

    public Node this[int place] => nodes[place];

    public int Event(int number) => Put(number, Yes, No);

    public int Both(int one, int other)
    {
        if (one == other || other == Yes)
            return one;
        if (one == No || other == No)
            return No;
        if (one == Yes)
            return other;
        return Once(Step.Both, Math.Min(one, other), Math.Max(one, other), Split(Both));
    }

    public int Either(int one, int other)
    {
        if (one == other || other == No)
            return one;
        if (one == Yes || other == Yes)
            return Yes;
        if (one == No)
            return other;
        return Once(Step.Either, Math.Min(one, other), Math.Max(one, other), Split(Either));
    }

    /// <summary>The minimal cut sets of what never becomes false by one more event.</summary>
    public int Minimal(int tree) => tree is No or Yes ? tree : Once(Step.Minimal, tree, tree, (place, _) =>
    {
        var node = nodes[place];
        var without = Minimal(node.Else);
        return Set(node.Event, Without(Minimal(node.Then), without), without);
    });

    /// <summary>The sets of one that contain no set of the other.</summary>
    int Without(int sets, int others)
    {
        if (sets == No || others == Yes)
            return No;
        if (sets == Yes || others == No)
            return sets;
        return Once(Step.Without, sets, others, (one, other) =>
        {
            var (mine, theirs) = (nodes[one], nodes[other]);
            if (mine.Event < theirs.Event)
                return Set(mine.Event, Without(mine.Then, other), Without(mine.Else, other));
            if (mine.Event > theirs.Event)
                return Without(one, theirs.Else);
            return Set(mine.Event, Without(Without(mine.Then, theirs.Then), theirs.Else), Without(mine.Else, theirs.Else));
        });
    }

    Func<int, int, int> Split(Func<int, int, int> join) => (one, other) =>
    {
        var first = Math.Min(nodes[one].Event, nodes[other].Event);
        return Ask(first, join(Then(one, first), Then(other, first)), join(Else(one, first), Else(other, first)));
    };

    int Then(int place, int number) => nodes[place].Event == number ? nodes[place].Then : place;

    int Else(int place, int number) => nodes[place].Event == number ? nodes[place].Else : place;

    int Ask(int number, int then, int @else) => then == @else ? then : Put(number, then, @else);

    int Set(int number, int then, int @else) => then == No ? @else : Put(number, then, @else);

    int Put(int number, int then, int @else)
    {
        var node = new Node(number, then, @else);
        if (places.TryGetValue(node, out var place))
            return place;
        nodes.Add(node);
        return places[node] = nodes.Count - 1;
    }

    int Once(Step step, int one, int other, Func<int, int, int> work)
    {
        if (done.TryGetValue((step, one, other), out var before))
            return before;
        if (++steps > patience)
            return No;
        return done[(step, one, other)] = work(one, other);
    }

    enum Step
    {
        Both,
        Either,
        Minimal,
        Without,
    }
}

/// <param name="Event">The number of the event that is asked about.</param>
/// <param name="Then">Where it goes on when the event happened, or is in the set.</param>
/// <param name="Else">Where it goes on when not.</param>
readonly record struct Node(int Event, int Then, int Else);
