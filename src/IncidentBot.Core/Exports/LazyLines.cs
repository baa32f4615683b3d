using System.Collections;
using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>Lines that are made when they are looked at: of thousands a page shows a few.</summary>
sealed class LazyLines(Recorded[] entries, Func<Recorded, SheetLine> make) : IReadOnlyList<SheetLine>
{
    public int Count => entries.Length;

    public SheetLine this[int index] => make(entries[index]);

    public IEnumerator<SheetLine> GetEnumerator() => entries.Select(make).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
