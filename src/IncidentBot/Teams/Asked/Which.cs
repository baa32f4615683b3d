using IncidentBot.Chat;

namespace IncidentBot.Teams.Asked;

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
}
