using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Asks which incident is meant, where a click can't name one; the answer completes the line.</summary>
static class Which
{
    public const string Name = "which";

    public static Form Form(string title, string line, string submit, IEnumerable<(string Reference, string Title)> open) => new(
        title, line, submit,
        [
            new ChoiceInput(Name, "Which incident", [.. open.Select(one => new Option(one.Reference, $"{one.Reference} {one.Title}"))])
            {
                Required = true,
            },
        ]);

    /// <summary>What a form that was filled in asks for.</summary>
    public static Question Read(Submitted submitted, SlackPlace place)
    {
        var answers = submitted.Window.Answers;
        var question = new Question(submitted.By, place.Room == "" ? null : new(place.Room, ""), place.Once, place.Line)
        {
            Quoted = place.Quoted,
        };
        return submitted.Window.Inputs is [Name] && answers.TryGetValue(Name, out var chosen)
            ? question with { Line = $"{place.Line} {chosen.Values[0]}" }
            : question with { Answers = answers };
    }
}
