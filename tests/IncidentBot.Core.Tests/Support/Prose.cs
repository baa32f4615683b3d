using System.Text.RegularExpressions;
using IncidentBot.Chat;

namespace IncidentBot.Support;

/// <summary>Whether a text reads as people write.</summary>
static partial class Prose
{
    public static void ShouldReadWell(this ChatText text)
    {
        var read = text.ToString();
        Assert.DoesNotMatch(Slip(), read);
        Assert.InRange(read.Length, 3, 320);
    }

    /// <summary>Blanks too many, punctuation that hangs, a record or a list shown by its ToString.</summary>
    [GeneratedRegex(@"  | [,.;:)]|\(\s|:$|^\s|\s$|\.\.|,\.|\{|System\.|IncidentBot\.|\bnull\b")]
    private static partial Regex Slip();
}
