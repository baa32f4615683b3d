using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>The long histories that were read last: facts are only ever added, so what was read once need not be read again.</summary>
/// <remarks>Who is who in them is up to the organisation's file, so they are of use under the same one alone.</remarks>
sealed class LongHistories
{
    const int Long = 500;
    const int Most = 8;

    readonly Lock gate = new();
    readonly LinkedList<ReadHistory> kept = [];

    /// <param name="key">The incident's id as text, or its number.</param>
    /// <returns>Null: it is short, or was not read lately.</returns>
    public ReadHistory? Of(object key, Organisation org)
    {
        lock (gate)
        {
            if (kept.FirstOrDefault(one => key is long number ? one.Incident.Reference.Number == number : $"{one.Incident.Id}" == (string)key)
                is not { } known)
                return null;
            kept.Remove(known);
            if (!ReferenceEquals(known.Org, org))
                return null;
            kept.AddFirst(known);
            return known;
        }
    }

    public void Keep(ReadHistory read)
    {
        if (read.Facts.Count < Long)
            return;
        lock (gate)
        {
            if (kept.FirstOrDefault(one => one.Incident.Id == read.Incident.Id) is { } known)
            {
                if (ReferenceEquals(known.Org, read.Org) && known.Facts.Count > read.Facts.Count)
                    return;
                kept.Remove(known);
            }
            kept.AddFirst(read);
            if (kept.Count > Most)
                kept.RemoveLast();
        }
    }
}

/// <summary>All that is on the record of an incident, and what it comes to.</summary>
sealed record ReadHistory(Organisation Org, Incident Incident, IReadOnlyList<Recorded> Facts);
