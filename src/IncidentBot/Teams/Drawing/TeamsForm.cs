using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Drawing;

/// <summary>Draws a form: as a dialog, and as a card with questions where no dialog can open.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/design-teams-task-modules</remarks>
public static class TeamsForm
{
    public const string Verb = "form";

    const int LongestTitle = 60;
    const int LongestSubmit = 40;
    const int LongestReason = 300;
    const int LongestHint = 300;

    /// <summary>What a dialog is opened with: the "value" of a task whose type is "continue".</summary>
    /// <param name="errors">What is wrong with the answers, each shown at its question.</param>
    /// <param name="answers">What was filled in already; null: nothing.</param>
    public static JsonObject Dialog(
        Form form, TeamsPlace place, Organisation org, IReadOnlyList<FieldError>? errors = null,
        IReadOnlyDictionary<string, string>? answers = null) => new()
        {
            ["title"] = Fit.Line(form.Title, LongestTitle),
            ["width"] = "medium",
            ["height"] = form.Inputs.Count > 4 ? "large" : "medium",
            // A dialog knows nothing but Submit.
            ["card"] = TeamsCard.Attached(
                Drawn(form, place, org, errors, answers, titled: form.Title.Length > LongestTitle, Submit(form, place))),
        };

    /// <summary>The card alone, to stand in a conversation or in place of another card.</summary>
    public static JsonObject Card(
        Form form, TeamsPlace place, Organisation org, IReadOnlyList<FieldError>? errors = null,
        IReadOnlyDictionary<string, string>? answers = null)
    {
        var execute = Submit(form, place);
        execute["type"] = "Action.Execute";
        execute["verb"] = Verb;
        execute["fallback"] = Submit(form, place);
        return Drawn(form, place, org, errors, answers, titled: true, execute);
    }

    static JsonObject Drawn(
        Form form, TeamsPlace place, Organisation org, IReadOnlyList<FieldError>? errors,
        IReadOnlyDictionary<string, string>? answers, bool titled, JsonObject submit)
    {
        var (text, known) = (new RichText(org), form.Inputs.Select(input => input.Name).ToHashSet());
        var drawn = TeamsCard.Frame(
        [
            .. titled ? text.Draw($"{Fit.Line(form.Title, 150)}", Look.Title) : [],
            .. form.Intro is { } intro ? text.Draw(intro) : [],
            // What belongs to no question is said before all of them.
            .. (errors ?? []).Where(error => !known.Contains(error.Name)).SelectMany(error => Wrong(error, text)),
            .. form.Inputs.SelectMany(input => Question(Answered(input, answers), place, org, errors ?? [], text)),
            TeamsButtons.Set([submit]),
        ], text.Entities);
        drawn["fallbackText"] = Plain.Escaped(Fit.Line(form.Title, 150));
        return drawn;
    }

    static IEnumerable<JsonObject> Question(
        Input input, TeamsPlace place, Organisation org, IReadOnlyList<FieldError> errors, RichText text) =>
    [
        .. TeamsInputs.Draw(input, place.Time, org),
        .. errors.Where(error => error.Name == input.Name).SelectMany(error => Wrong(error, text)),
        .. input.Hint is { } hint ? text.Draw($"{Fit.Line(hint, LongestHint)}", Look.Label) : [],
    ];

    static IEnumerable<JsonObject> Wrong(FieldError error, RichText text) =>
        text.Draw($"⚠ {Fit.Line(error.Reason, LongestReason)}", Look.Wrong);

    static Input Answered(Input input, IReadOnlyDictionary<string, string>? answers) =>
        answers is null ? input : input with { Value = answers.GetValueOrDefault(input.Name, "") };

    static JsonObject Submit(Form form, TeamsPlace place) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = Plain.Inert(Fit.Line(form.Submit, LongestSubmit)),
        ["style"] = "positive",
        ["data"] = place.Data(form),
    };
}
