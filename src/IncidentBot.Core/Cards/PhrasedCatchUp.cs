using System.Text.Json;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>A summary that a service outside put into words, of which only what rests on entries is shown.</summary>
public static class PhrasedCatchUp
{
    const int MostEntries = 200;
    const int LongestEntry = 500;
    const int MostSentences = 12;
    const int LongestSentence = 400;

    /// <summary>What is given away: the newest entries, without those that are hidden.</summary>
    public static IReadOnlyList<(int Number, string Text)> Entries(Incident incident, IReadOnlyList<Recorded> history) =>
    [
        .. history.Where(one => !incident.Hides(one.Fact)).TakeLast(MostEntries)
            .Select(one => (one.Version, IncidentWords.Brief(
                $"{one.Fact.At.ToUniversalTime():yyyy-MM-dd HH:mm} UTC {PlainText.Of(incident.Tell(one.Fact))}", LongestEntry))),
    ];

    /// <param name="answer">As it came.</param>
    /// <returns>The plain card where nothing of the answer rests on entries that were given away.</returns>
    public static Card For(Card plain, string? answer, IReadOnlyList<(int Number, string Text)> entries, Incident incident, Organisation org)
    {
        var numbers = entries.Select(one => one.Number).ToHashSet();
        ChatText[] sentences =
        [
            .. Sentences(answer).Select(one => (one.Text, Numbers: one.Numbers.Where(numbers.Contains).Distinct().Take(5).ToArray()))
                .Where(one => one.Numbers.Length > 0).Take(MostSentences)
                .Select(one => (ChatText)$"{one.Text} ({ChatText.Join(", ", one.Numbers.Select(number => LinkTo(number, incident, org)))})"),
        ];
        return sentences.Length == 0 ? plain : plain with
        {
            Lines = [.. sentences, $"Put into words by a service; the numbers lead to what it rests on. {incident.Link(org)}"],
        };
    }

    static ChatText LinkTo(int number, Incident incident, Organisation org) =>
        $"{new ChatText.Link($"#{number}", new($"{org.TimelineOf($"{incident.Reference}")}?all=yes#entry-{number}"))}";

    static IEnumerable<(string Text, IReadOnlyList<int> Numbers)> Sentences(string? answer)
    {
        try
        {
            using var read = JsonDocument.Parse(answer ?? "", new() { MaxDepth = 8 });
            return read.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("sentences", out var all)
                && all.ValueKind == JsonValueKind.Array
                ? [.. all.EnumerateArray().Select(Sentence).OfType<(string, IReadOnlyList<int>)>()]
                : [];
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    static (string Text, IReadOnlyList<int> Numbers)? Sentence(JsonElement one) =>
        one.ValueKind == JsonValueKind.Object
        && one.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
        && one.TryGetProperty("entries", out var entries) && entries.ValueKind == JsonValueKind.Array
        && Words(text.GetString()!) is { Length: > 0 } words
            ? (words, [.. entries.EnumerateArray().Select(entry => entry.ValueKind == JsonValueKind.Number && entry.TryGetInt32(out var number) ? number : 0)])
            : null;

    /// <summary>On one line, and nothing that hides in it.</summary>
    static string Words(string text) =>
        IncidentWords.Brief(string.Concat(text.Where(letter => !char.IsControl(letter) || letter is '\n' or '\t')).ReplaceLineEndings(" ").Trim(), LongestSentence);
}
