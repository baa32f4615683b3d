using System.Text;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Outgoing;

/// <summary>What a channel in Teams may be called.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/limits-specifications-teams#channel-names</remarks>
public static class ChannelNames
{
    public const int Longest = 50;
    public const int LongestDescription = 1024;

    const string Forbidden = "~#%&*{}+/\\:<>?|'\",";

    static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "forms", "CON", "CONIN$", "CONOUT$", "PRN", "AUX", "NUL", "desktop.ini", "_vti_", "General",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>The nearest name that Teams takes.</summary>
    public static string Bend(string name)
    {
        var fitted = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            var odd = Rune.IsControl(rune) || rune == Rune.ReplacementChar
                || (rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal));
            if (!odd && !(rune.Value == '.' && fitted.Length > 0 && fitted[^1] == '.'))
                fitted.Append(rune);
            else if (odd && fitted.Length > 0 && fitted[^1] != '-')
                fitted.Append('-');
        }
        var whole = $"{fitted}".TrimStart('_', '.', ' ');
        var cut = (whole.Length <= Longest ? whole : Fit.Beginning(whole, Longest)).TrimEnd('.', ' ', '-');
        return cut == "" ? "incident" : Reserved.Contains(cut) ? $"{cut}-incident" : cut;
    }

    /// <summary>The same name, and what it becomes while others have it: "api", "api-2", "api-3", …</summary>
    public static IEnumerable<string> Candidates(string name) => Enumerable.Range(1, 1000).Select(number =>
        number == 1 ? name : $"{Fit.Beginning(name, Longest - $"-{number}".Length).TrimEnd('.', ' ', '-')}-{number}");

    /// <summary>What it is for and how it stands, on one line.</summary>
    public static string Description(string purpose, string topic) => Fit.Line(
        topic == "" ? purpose : $"{purpose} – {topic}", LongestDescription);
}
