using System.Text.RegularExpressions;

namespace IncidentBot.Rooms;

/// <summary>A message, taken apart into its words and the pictures that the bot keeps for it.</summary>
/// <param name="Pictures">Their addresses on this site, which shows them to whoever may see the incident.</param>
sealed partial record SharedPictures(string Words, IReadOnlyList<string> Pictures)
{
    public static SharedPictures In(string words)
    {
        var lines = words.Split('\n').ToLookup(line => Kept().Match(line).Groups["path"].Value);
        return new(string.Join('\n', lines[""]), [.. lines.SelectMany(one => one.Key == "" ? [] : new[] { one.Key })]);
    }

    [GeneratedRegex(@"^https?://[^\s/]+(?:/[^\s/]+)*?(?<path>/incidents/\w+-\d+/pictures/room-[0-9a-f]{32})$")]
    private static partial Regex Kept();
}
