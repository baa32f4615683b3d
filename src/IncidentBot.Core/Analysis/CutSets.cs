namespace IncidentBot.Analysis;

/// <summary>Reads the sets of a diagram without writing all of them down.</summary>
sealed class CutSets(Diagram diagram, int sets)
{
    readonly Dictionary<int, double> counts = new() { [Diagram.No] = 0, [Diagram.Yes] = 1 };
    readonly Dictionary<int, UInt128> sizes = new() { [Diagram.No] = 0, [Diagram.Yes] = 1 };

    /// <summary>How many there are; exact as far as a double is.</summary>
    public double Count() => Count(sets);

    /// <summary>The smallest, those of one size in the order of the tree.</summary>
    public IEnumerable<IReadOnlyList<int>> Smallest(int most)
    {
        var all = Sizes(sets);
        return Enumerable.Range(0, 128).Where(size => (all >> size & 1) == 1).SelectMany(size => Of(sets, size, [])).Take(most);
    }

    /// <summary>The sum of what each of them is worth: the product over its events.</summary>
    public double Sum(Func<int, double> worth)
    {
        var sums = new Dictionary<int, double> { [Diagram.No] = 0, [Diagram.Yes] = 1 };
        return Sum(sets);

        double Sum(int place) => sums.TryGetValue(place, out var known) ? known
            : sums[place] = (worth(diagram[place].Event) * Sum(diagram[place].Then)) + Sum(diagram[place].Else);
    }

    /// <summary>The events that are in any of them.</summary>
    public IReadOnlySet<int> Events()
    {
        var (found, seen, next) = (new HashSet<int>(), new HashSet<int> { Diagram.No, Diagram.Yes }, new Stack<int>([sets]));
        while (next.TryPop(out var place))
        {
            if (!seen.Add(place))
                continue;
            found.Add(diagram[place].Event);
            next.Push(diagram[place].Then);
            next.Push(diagram[place].Else);
        }
        return found;
    }

    double Count(int place) => counts.TryGetValue(place, out var known) ? known
        : counts[place] = Count(diagram[place].Then) + Count(diagram[place].Else);

    /// <summary>Which sizes occur, a bit for each.</summary>
    UInt128 Sizes(int place) => sizes.TryGetValue(place, out var known) ? known
        : sizes[place] = Sizes(diagram[place].Else) | (Sizes(diagram[place].Then) << 1);

    IEnumerable<IReadOnlyList<int>> Of(int place, int size, int[] begun)
    {
        if (size < 0 || (Sizes(place) >> size & 1) == 0)
            return [];
        if (place == Diagram.Yes)
            return [begun];
        var node = diagram[place];
        return Of(node.Then, size - 1, [.. begun, node.Event]).Concat(Lazy(() => Of(node.Else, size, begun)));
    }

    static IEnumerable<IReadOnlyList<int>> Lazy(Func<IEnumerable<IReadOnlyList<int>>> rest)
    {
        foreach (var one in rest())
            yield return one;
    }
}
