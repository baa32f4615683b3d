using System.Text.Json;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Wire;

/// <summary>A modal or a home tab, as it was when somebody did something in it.</summary>
/// <param name="Hash">Changes when the view is changed.</param>
/// <param name="Callback">Says what kind of ours it is, e.g. "form".</param>
/// <param name="Metadata">What we gave it to keep.</param>
/// <param name="Depth">How many lie on each other, this one on top: 1 to 3.</param>
/// <param name="Inputs">The block ids of its questions, from top to bottom.</param>
/// <param name="Answers">What is filled in, by block id; questions without an answer are left out.</param>
/// <remarks>https://docs.slack.dev/reference/views/view-object</remarks>
public sealed record Window(
    string Id, string Hash, bool IsHome, string Callback, string Metadata, int Depth, IReadOnlyList<string> Inputs,
    IReadOnlyDictionary<string, Answer> Answers)
{
    /// <summary>Slack lays no more than three modals on each other.</summary>
    public const int Deepest = 3;

    /// <returns>Null when there is no view.</returns>
    public static Window? In(JsonElement json) => json.Has("view", "id") ? Of(json.At("view")) : null;

    static Window Of(JsonElement view) => new(
        view.Text("id"), view.Text("hash"), view.Text("type") == "home", view.Text("callback_id"), view.Text("private_metadata"),
        DepthOf(view),
        [.. view.Items("blocks").Where(block => block.Text("type") == "input").Select(block => block.Text("block_id"))],
        Read(view));

    /// <remarks>Slack names the first view and the one below; with those two any of three places is known.</remarks>
    static int DepthOf(JsonElement view) =>
        view.TextOrNull("previous_view_id") is not { } below ? 1 : below == view.Text("root_view_id") ? 2 : Deepest;

    static Dictionary<string, Answer> Read(JsonElement view)
    {
        var answers = new Dictionary<string, Answer>();
        foreach (var block in view.Properties("state", "values"))
            foreach (var element in block.Value.Properties())
                if (Answer.Of(element.Value) is { } answer)
                    answers[block.Name] = answer;
        return answers;
    }
}

/// <summary>What somebody answered to one question.</summary>
/// <param name="Values">Texts, values of options, user ids; a moment as Unix seconds.</param>
public sealed record Answer(AnswerKind Kind, IReadOnlyList<string> Values)
{
    /// <returns>Null when nothing was answered, or by an element that the bot doesn't use.</returns>
    /// <remarks>https://docs.slack.dev/reference/block-kit/block-elements</remarks>
    public static Answer? Of(JsonElement element)
    {
        Answer answer = element.Text("type") switch
        {
            "users_select" => new(AnswerKind.People, [element.Text("selected_user")]),
            "multi_users_select" => new(AnswerKind.People, [.. Texts(element, "selected_users")]),
            "datepicker" => new(AnswerKind.Text, [element.Text("selected_date")]),
            "datetimepicker" => new(AnswerKind.Moment, [element.Text("selected_date_time")]),
            "static_select" or "external_select" or "radio_buttons" =>
                new(AnswerKind.Text, [element.Text("selected_option", "value")]),
            "multi_static_select" or "multi_external_select" or "checkboxes" =>
                new(AnswerKind.Text, [.. element.Items("selected_options").Select(option => option.Text("value"))]),
            _ => new(AnswerKind.Text, [element.Text("value")]),
        };
        return answer with { Values = [.. answer.Values.Where(value => value != "")] } is { Values.Count: > 0 } some ? some : null;
    }

    static IEnumerable<string> Texts(JsonElement element, string name) => element.Items(name).Select(one => one.Text());
}

public enum AnswerKind
{
    Text,
    People,
    Moment,
}
