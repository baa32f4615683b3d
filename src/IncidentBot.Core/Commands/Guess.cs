using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>
/// What to answer when a line begins with no verb: what was probably meant, and what it would declare. Never a bare error,
/// and never an incident that nobody wanted.
/// </summary>
public static class Guess
{
    public static Reply For(Line line, Organisation org)
    {
        var said = DeclarationText.Of(line.Text, org).Said;
        // "sev1 checkout is down" says what it is, though no verb; "sev1" alone is close to one.
        var declares = said.Title != "" && said.Title != Clean.OneLine(line.Text);
        var near = declares ? []
            : said.Severity is not null ? ["severity"]
            : said.Priority is not null ? ["priority"]
            : Spelling.Near(line.Verb);
        var title = Clean.OneLine(said.Title == "" ? line.Text : said.Title);
        var cut = title.Length > Declaration.LongestTitle;
        said = said with { Title = IncidentWords.Brief(title, Declaration.LongestTitle) };
        return new Reply.Shown(
            near.Count > 0 || !line.Text.Contains(' ') ? Meant(line, near, said, org) : Understood(said, cut, org));
    }

    static Card Meant(Line line, IReadOnlyList<string> near, Declaration said, Organisation org) =>
        new($"I don't know “{IncidentWords.Brief(line.Verb, 60)}”.{(near.Count == 0 ? ChatText.Empty : DidYouMean(near))}")
        {
            Accent = Accent.Warning,
            Buttons =
            [
                .. near.Select((verb, at) => Corrected(line, verb, at)),
                Declare(said, near.Count == 0 ? ButtonStyle.Primary : ButtonStyle.Plain, org),
                new("Help", "help"),
            ],
            Hint = $"{new ChatText.Code("help")} shows everything I can do.",
        };

    /// <summary>The words stand in the text as well: not every surface shows buttons.</summary>
    static ChatText DidYouMean(IEnumerable<string> near) =>
        $" Did you mean {ChatText.Join(" or ", near.Select(verb => (ChatText)$"{new ChatText.Code(verb)}"))}?";

    static Card Understood(Declaration said, bool cut, Organisation org) => new($"Declare this as an incident?")
    {
        Accent = Accent.Warning,
        Fields =
        [
            new("Title", $"{said.Title}"),
            new("Severity", $"{said.Severity?.Name ?? "not said; can follow"}"),
            .. said.Priority is null ? [] : new Field[] { new("Priority", $"{said.Priority.Name}") },
            .. said.Services.Count == 0 ? [] : new Field[]
            {
                new("Services", $"{string.Join(", ", said.Services.Select(key => org.FindService(key)?.Name ?? key))}"),
            },
        ],
        Buttons =
        [
            Declare(said, ButtonStyle.Primary, org),
            new("Edit first", Declaring.Short($"declare {DeclarationText.Edit} {DeclarationText.Line(said, org)}")),
            new("Help", "help"),
        ],
        Hint = cut ? (ChatText)$"The title was cut; put the rest into a note." : $"Nothing is declared yet.",
    };

    static Button Corrected(Line line, string verb, int at)
    {
        // What is a value of the verb that was left out stays: "sev1" was "severity sev1".
        var rest = Spelling.Near(line.Verb).Contains(verb) ? Grammar.Cut(line.Text).Others : line.Text;
        var style = at == 0 ? ButtonStyle.Primary : ButtonStyle.Plain;
        return new(IncidentWords.Brief($"{verb} {rest}".Trim(), 40), Declaring.Short($"{verb} {rest}".Trim()), style);
    }

    static Button Declare(Declaration said, ButtonStyle style, Organisation org) =>
        new("Declare it", Declaring.Short($"declare {DeclarationText.Line(said, org)}"), style);
}
