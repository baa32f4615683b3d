using System.Text;

namespace IncidentBot.Rooms;

/// <summary>What a room on the web may be called.</summary>
public static class RoomNames
{
    const int Longest = 80;

    /// <summary>Letters and digits of any script in lower case, with single dashes between them.</summary>
    public static string Fit(string name)
    {
        var fitted = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
                fitted.Append(letter);
            else if (fitted.Length > 0 && fitted[^1] != '-')
                fitted.Append('-');
        }
        var whole = $"{fitted}"[..Math.Min(Longest, fitted.Length)].Trim('-');
        return whole == "" ? "room" : whole;
    }

    /// <summary>The same name, and what it becomes while others have it: "api", "api-2", "api-3", …</summary>
    public static IEnumerable<string> Candidates(string name) =>
        Enumerable.Range(1, 1000).Select(number => number == 1 ? name : $"{name}-{number}");
}
