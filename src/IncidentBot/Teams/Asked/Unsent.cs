using IncidentBot.Chat;

namespace IncidentBot.Teams.Asked;

/// <summary>Gives back what somebody filled in and could not send, to be sent again as it stands.</summary>
static class Unsent
{
    const int Longest = 3000;

    public static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <param name="why">What they are told.</param>
    /// <param name="line">Of the form that was sent.</param>
    /// <param name="answers">By the names of its questions: an answer is text, whatever it was asked with.</param>
    public static Form Form(Card why, string line, IReadOnlyDictionary<string, string> answers) => new(
        "Not sent yet", line, "Try again",
        [
            .. answers.Select(one => new TextInput(one.Key, Label(one.Key), Multiline: true, Math.Max(Longest, one.Value.Length))
            {
                Value = one.Value,
            }),
        ])
    {
        Intro = answers.Count == 0 ? why.Title : $"{why.Title} What you wrote is still here.",
    };

    static string Label(string name) => name is [var first, .. var rest] ? $"{char.ToUpperInvariant(first)}{rest}" : name;
}
