using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Drawing;

/// <summary>Draws a form as a modal.</summary>
/// <remarks>https://docs.slack.dev/reference/views/modal-views</remarks>
public static class SlackForm
{
    public const string CallbackId = "form";

    const int LongestTitle = 24;
    const int LongestHeader = 150;
    const int LongestLabel = 200;
    const int LongestHint = 500;

    public static JsonObject View(Form form, SlackPlace place, Organisation org) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = CallbackId,
        ["private_metadata"] = place.Write(),
        ["title"] = Plain.Text(form.Title, LongestTitle),
        ["submit"] = Plain.Text(form.Submit, LongestTitle),
        ["close"] = Plain.Text("Cancel", LongestTitle),
        ["blocks"] = new JsonArray(
        [
            .. form.Title.Length <= LongestTitle ? [] : new[] { Heading(form.Title) },
            .. form.Intro is { } intro ? Introduction(intro, org) : [],
            .. form.Inputs.Select(input => Question(input, org)),
        ]),
    };

    static JsonObject Heading(string title) => new() { ["type"] = "header", ["text"] = Plain.Text(title, LongestHeader) };

    static IEnumerable<JsonObject> Introduction(ChatText intro, Organisation org)
    {
        var text = new RichText(org);
        text.Add(intro);
        return text.Blocks();
    }

    static JsonObject Question(Input input, Organisation org)
    {
        var block = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = input.Name,
            ["label"] = Plain.Text(input.Label, LongestLabel),
            ["optional"] = !input.Required,
            ["element"] = SlackInputs.Draw(input, org),
        };
        if (input.Hint is { } hint)
            block["hint"] = Plain.Text(hint, LongestHint);
        return block;
    }
}
