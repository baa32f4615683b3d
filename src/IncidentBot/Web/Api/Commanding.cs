using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Web.Answers;

namespace IncidentBot.Web.Api;

/// <summary>Makes a command line about one incident of what was sent, and an error of a form that would open.</summary>
static class Commanding
{
    const int LongestLine = 10_000;

    static readonly string[] Roots = ["/incident", "/inc", "@incidentbot"];

    public static string Line(CommandBody body, Reference about, Organisation org)
    {
        var line = Clean.Text(body.Line ?? "");
        if (Grammar.Cut(line) is var (root, rest) && Roots.Contains(root, StringComparer.OrdinalIgnoreCase))
            line = rest;
        if (line == "")
            throw Refused("“line” is empty.", "Send what a person would type: {\"line\": \"resolve rolled back\"}.");
        if (line.Length > LongestLine)
            throw Refused($"“line” is longer than {LongestLine} characters.", "Shorten it.");
        if (Grammar.Cut(line) is var (word, after) && Reference.TryParse(word, org.Prefix, out var named))
            return named == about ? line : throw Refused(
                $"The address names {about}, the line names {named}.",
                $"Send it to /api/v1/incidents/{named}/commands.");
        return Grammar.Read(line, org.Prefix).Command is IStartCommand { Within: false } and not IChangeCommand
            ? line
            : $"{about} {line}";
    }

    public static Problem Missing(Reply reply) => reply switch
    {
        Reply.Ask ask => Problem.Refused(
            $"“{ask.Form.Title}” needs more: {string.Join(", ", Needed(ask.Form).Select(input => input.Name))}.",
            "answers", "Send the same line with “answers”, an object of texts by the names in “missing”.") with
        {
            Missing =
            [
                .. ask.Form.Inputs.Select(input => new Missing(input.Name, input.Label, input.Required, Options(input))),
            ],
        },
        Reply.Invalid invalid => Problem.Refused(
            invalid.Errors.Count == 1 ? invalid.Errors[0].Reason : "Some answers are wrong.",
            $"answers.{invalid.Errors[0].Name}", "Correct them and send the same line again.") with
        {
            Missing = [.. invalid.Errors.Select(error => new Missing(error.Name, error.Reason, true, null))],
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static IEnumerable<Input> Needed(Form form) =>
        form.Inputs.Any(input => input.Required) ? form.Inputs.Where(input => input.Required) : form.Inputs;

    static string[]? Options(Input input) =>
        input is ChoiceInput choice ? [.. choice.Options.Select(one => one.Value)] : null;

    static RefusedRequestException Refused(string detail, string fix) => new(Problem.Refused(detail, "line", fix));
}
