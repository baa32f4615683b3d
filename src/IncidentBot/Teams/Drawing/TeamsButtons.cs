using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Drawing;

/// <summary>Draws buttons: what a button sends stands in its data, as it would be typed.</summary>
/// <remarks>
/// Three ways lead back: <c>adaptiveCard/action</c> with the verb "do", a message with the same data from clients that don't know
/// that, and <c>task/fetch</c> where a form is asked for, which is answered with a dialog.
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview
/// </remarks>
static class TeamsButtons
{
    public const string Verb = "do";

    /// <summary>Teams shows no more in a row; on a phone a row is as wide as so many letters.</summary>
    const int MostInARow = 6;

    const int Most = 40;
    const int LettersOfARow = 42;
    const int LettersOfABorder = 5;
    const int LongestLabel = 38;
    const int LongestLine = 2000;

    public static IEnumerable<JsonObject> Rows(IEnumerable<Button> buttons, Organisation org)
    {
        // Half a command is another command.
        var all = buttons.Where(button => button.Command.Length is > 0 and <= LongestLine).Take(Most).ToArray();
        var (row, letters, first) = (new List<JsonObject>(), 0, true);
        var asked = new List<JsonObject>();
        foreach (var button in all)
        {
            var width = Math.Min(button.Label.Length, LongestLabel) + LettersOfABorder;
            if (row.Count == MostInARow || (row.Count > 0 && letters + width > LettersOfARow))
            {
                yield return Set(row, first);
                (row, letters, first) = ([], 0, false);
            }
            row.Add(button.Confirm is { } question ? Question(button, question, asked, org) : Draw(button, org));
            letters += width;
        }
        if (row.Count > 0)
            yield return Set(row, first);
        foreach (var question in asked)
            yield return question;
    }

    /// <param name="first">Whether it stands below something else than buttons.</param>
    public static JsonObject Set(IEnumerable<JsonObject> actions, bool first = true) =>
        new() { ["type"] = "ActionSet", ["spacing"] = first ? "Medium" : "Small", ["actions"] = new JsonArray([.. actions]) };

    static JsonObject Draw(Button button, Organisation org) =>
        Styled(button, Foresight.Asks(button.Command, org) ? Dialog(button) : Press(button));

    static JsonObject Press(Button button)
    {
        var fallback = new JsonObject { ["type"] = "Action.Submit", ["title"] = Label(button), ["data"] = Data(button) };
        return new()
        {
            ["type"] = "Action.Execute",
            ["title"] = Label(button),
            ["verb"] = Verb,
            ["data"] = Data(button),
            ["fallback"] = Styled(button, fallback),
        };
    }

    static JsonObject Dialog(Button button)
    {
        var data = Data(button);
        data["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        return new() { ["type"] = "Action.Submit", ["title"] = Label(button), ["data"] = data };
    }

    /// <summary>The question appears below the buttons, with one that does it.</summary>
    static JsonObject Question(Button button, string question, List<JsonObject> asked, Organisation org)
    {
        var id = $"sure.{asked.Count}";
        JsonObject Toggle(string title) => new()
        {
            ["type"] = "Action.ToggleVisibility",
            ["title"] = title,
            ["targetElements"] = new JsonArray(id),
        };
        asked.Add(new()
        {
            ["type"] = "Container",
            ["id"] = id,
            ["isVisible"] = false,
            ["style"] = "emphasis",
            ["items"] = new JsonArray(
            [
                new JsonObject
                {
                    ["type"] = "RichTextBlock",
                    ["inlines"] = new JsonArray(
                        new JsonObject { ["type"] = "TextRun", ["text"] = Plain.Inert(Fit.Line(question, 200)) }),
                },
                Set([Draw(button, org), Toggle("Cancel")]),
            ]),
        });
        return Styled(button, Toggle($"{Label(button)} …"));
    }

    static JsonObject Styled(Button button, JsonObject action)
    {
        if (button.Style != ButtonStyle.Plain)
            action["style"] = button.Style == ButtonStyle.Primary ? "positive" : "destructive";
        return action;
    }

    static JsonObject Data(Button button) => new() { ["line"] = button.Command };

    static string Label(Button button) => Plain.Inert(Fit.Line(button.Label, LongestLabel));
}
