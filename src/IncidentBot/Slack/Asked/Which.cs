using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Asks which incident is meant, where a click can't name one; the answer completes the line.</summary>
static class Which
{
    public const string Name = "which";

    /// <summary>Of more people read none.</summary>
    const int Most = 10;

    public static Form Form(string title, string line, string submit, IEnumerable<(string Reference, string Title)> open) => new(
        title, line, submit,
        [
            new ChoiceInput(Name, "Which incident", [.. open.Select(one => new Option(one.Reference, $"{one.Reference} {one.Title}"))])
            {
                Required = true,
            },
        ]);

    /// <summary>The same question where no form can open: a button for each.</summary>
    /// <param name="about">The message that it is about; null: none.</param>
    /// <returns>Null when the form asks something else.</returns>
    public static Card? Card(Form form, Quote? about) => form.Inputs is [ChoiceInput { Name: Name, Options: var open }]
        ? new($"{form.Title}: which incident?")
        {
            Buttons = [.. open.Take(Most).Select(one => new Button(one.Label, $"{form.Line} {one.Value}") { About = about?.Id })],
        }
        : null;

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
