using System.Text;

namespace IncidentBot.Storage;

/// <summary>Text as every database takes it: PostgreSQL refuses zeros and halves of characters, which people do send.</summary>
static class Storable
{
    public static string Text(string text)
    {
        if (!text.Contains('\0') && IsWhole(text))
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append((rune.Value == 0 ? Rune.ReplacementChar : rune).ToString());
        return whole.ToString();
    }

    static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (char.IsSurrogate(text[at]) && !(char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[++at])))
                return false;
        return true;
    }
}
