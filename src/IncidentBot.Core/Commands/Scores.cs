using System.Globalization;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Numbers from 1 to 5 with a comment, typed or in a form.</summary>
static class Scores
{
    public static readonly IReadOnlyList<string> All =
        [.. Enumerable.Range(Incident.LowestScore, Incident.HighestScore).Select(score => $"{score}")];

    public static Form Form(string title, string line, string lowest, string highest) => new(title, line, "Send",
    [
        new ChoiceInput("score", "From 1 to 5",
            [.. All.Reverse().Select(score => new Option(score, score == All[0] ? $"1 · {lowest}" : score == All[^1] ? $"5 · {highest}" : score))])
        {
            Required = true,
        },
        new TextInput("comment", "Why", Multiline: true, MaxLength: 1000),
    ]);

    public static (string Word, string Comment) Read(Request request) => request.IsForm
        ? (request.Answer("score"), request.Answer("comment"))
        : Grammar.Cut(request.Text);

    /// <returns>0 when it is none.</returns>
    public static int Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var score) ? score : 0;
}
