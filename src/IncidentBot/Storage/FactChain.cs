using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Storage;

/// <summary>
/// Ties each fact of an incident to all before it: its link is a hash over the link before and over itself, so that whoever
/// changes, removes, adds or moves one behind the bot's back breaks every link from there on.
/// </summary>
static class FactChain
{
    /// <param name="before">The link of the fact before it; "" for the first one.</param>
    /// <param name="at">As it is stored: Unix milliseconds.</param>
    /// <returns>43 letters.</returns>
    public static string Link(string before, string incident, long version, long at, string fact) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{before}\n{incident}\n{version}\n{at}\n{fact}")));

    /// <summary>The link that facts of a version which had no chain yet would have had, so that the chain begins with them in it.</summary>
    public static string Link(string incident, IEnumerable<FactRow> facts) =>
        facts.Aggregate("", (before, row) => Link(before, incident, row.Version, row.At, row.Fact));
}

/// <summary>A fact as its table has it.</summary>
/// <param name="Link">Null: written before there was a chain.</param>
sealed record FactRow(long Version, long At, string Fact, string? Link);
