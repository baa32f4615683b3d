namespace IncidentBot.Commands;

/// <summary>People as they are typed: "@ada", "@slack:U024BE7LH,".</summary>
public static class Handles
{
    /// <summary>So many people are looked up at most; more is no command but a paste.</summary>
    const int Most = 20;

    public static IEnumerable<string> In(string text) => text
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length > 1 && word[0] == '@')
        .Select(Of).Distinct().Take(Most);

    /// <summary>"@ada," → "ada".</summary>
    public static string Of(string word) => word.TrimStart('@').TrimEnd(',', '.', ';', '!', '?', ')', ':');
}
