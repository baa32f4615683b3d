namespace IncidentBot.Settings.Sections;

/// <summary>Finds what depends on itself, by whatever way.</summary>
internal static class Circles
{
    /// <returns>Each circle once, from where it was met.</returns>
    public static IEnumerable<IReadOnlyList<string>> In(IReadOnlyDictionary<string, IReadOnlyList<string>> dependsOn)
    {
        var clear = new HashSet<string>();
        foreach (var start in dependsOn.Keys)
        {
            // A way and not a recursion: ten thousand services may stand in one row.
            var way = new List<string>();
            var on = new HashSet<string>();
            var next = new Stack<IEnumerator<string>>();
            Enter(start);
            while (next.TryPeek(out var following))
            {
                if (!following.MoveNext())
                {
                    next.Pop();
                    clear.Add(way[^1]);
                    on.Remove(way[^1]);
                    way.RemoveAt(way.Count - 1);
                }
                else if (on.Contains(following.Current))
                    yield return way[way.IndexOf(following.Current)..];
                else
                    Enter(following.Current);
            }

            void Enter(string key)
            {
                if (clear.Contains(key) || !dependsOn.TryGetValue(key, out var others))
                    return;
                way.Add(key);
                on.Add(key);
                next.Push(others.GetEnumerator());
            }
        }
    }
}
