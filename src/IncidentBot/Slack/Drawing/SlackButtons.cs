using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Drawing;

/// <summary>Draws buttons: what a button sends stands in its value, as it would be typed.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements/button-element</remarks>
static class SlackButtons
{
    const int MostInARow = 25;
    const int MostRows = 4;
    const int LongestLabel = 75;
    const int LongestValue = 2000;
    const string Prefix = "do";

    /// <param name="first">The number of the first one: "do.0" is its action_id, "do.0.C024BE91L/1700000000.000100" about a message.</param>
    public static IEnumerable<JsonObject> Rows(IEnumerable<Button> buttons, int first) => buttons
        // Half a command is another command.
        .Where(button => button.Command.Length is > 0 and <= LongestValue)
        .Select((button, at) => Draw(button, first + at))
        .Chunk(MostInARow)
        .Take(MostRows)
        .Select(row => new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray(row) });

    public static bool IsOne(string action) => action.StartsWith($"{Prefix}.", StringComparison.Ordinal);

    /// <returns>The message that the button is about; null: none.</returns>
    public static string? MessageOf(string action) => action.Split('.', 3) is [_, _, var message] ? message : null;

    static JsonObject Draw(Button button, int number)
    {
        var drawn = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = $"{Prefix}.{number}{(button.About is { } message ? $".{message}" : "")}",
            ["text"] = Plain.Text(button.Label, LongestLabel),
            ["value"] = button.Command,
        };
        if (button.Style != ButtonStyle.Plain)
            drawn["style"] = button.Style.ToString().ToLowerInvariant();
        if (button.Confirm is { } question)
            drawn["confirm"] = new JsonObject
            {
                ["title"] = Plain.Text("Sure?", 100),
                ["text"] = Plain.Text(question, 300),
                ["confirm"] = Plain.Text(button.Label, 30),
                ["deny"] = Plain.Text("Cancel", 30),
            };
        return drawn;
    }
}
