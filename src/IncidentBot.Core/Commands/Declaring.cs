using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>How every command that starts an incident reads a line or a form.</summary>
public static class Declaring
{
    const int LongestGuess = 100;
    const int LongestSummary = 2000;

    /// <param name="line">The line that leads back to the form.</param>
    public static Started Read(Request request, string line, string submit, Func<Declaration, Declaration> kind)
    {
        var read = DeclarationText.Of(request.Text, request.Org);
        var known = kind(read.Said).Because(request.Call.Quoted);
        if (request.IsForm)
        {
            var said = kind(DeclareForm.Read(request, known));
            var type = $"{line} type:{said.Type}";
            return DeclareForm.AsksMore(request, said, known.Type)
                ? Started.Ask(DeclareForm.Again(DeclareForm.For(type, submit, said, request.Org), request))
                : new Started.Declares(said);
        }
        if (read.Flaw is { } flaw)
            return new Started.Answers(Refused(flaw, line, known, request.Org));
        return known.Title == "" || read.Edits || known.Evidence is not null || DeclareForm.NeedsMore(known, request.Org)
            ? Started.Ask(DeclareForm.For(known.Type is null ? line : $"{line} type:{known.Type}", submit, known, request.Org))
            : new Started.Declares(known with { Title = Clean.OneLine(known.Title) });
    }

    /// <summary>What a message says already need not be typed again.</summary>
    static Declaration Because(this Declaration said, Quote? message)
    {
        if (message is null)
            return said;
        var words = Clean.Text(message.Text);
        return said with
        {
            Title = said.Title == "" ? IncidentWords.Brief(Clean.OneLine(words), LongestGuess) : said.Title,
            Summary = said.Summary ?? $"{Incident.Clipped(words, LongestSummary)}\n{message.Address}".Trim(),
            Evidence = message,
        };
    }

    public static IEnumerable<string> Next(string text, Organisation org) =>
        text.EndsWith("service ", StringComparison.OrdinalIgnoreCase) ? org.Services.Select(service => service.Key)
        : text.Trim() == "" ?
        [
            .. org.Severities.Select(level => level.Severity.Name.ToLowerInvariant()),
            .. org.Priorities.Select(level => level.Priority.Name.ToLowerInvariant()),
            .. org.Services.Count == 0 ? [] : new[] { "service" },
            .. org.Templates.Select(template => $"template:{template.Key}"),
        ]
        : text.Trim().Split(' ').All(word => word.Length <= 5 && word.Any(char.IsAsciiDigit)) ?
        [
            .. org.Priorities.Select(level => level.Priority.Name.ToLowerInvariant()),
            .. org.Services.Count == 0 ? [] : new[] { "service" },
        ]
        : [];

    static Reply.Shown Refused(string flaw, string line, Declaration said, Organisation org) => new(
        AnswerCard.No($"{flaw}") with
        {
            Buttons = said.Title == "" ? [new("Open the form", line, ButtonStyle.Primary)] :
            [
                new("Declare without it", Short($"{line} {DeclarationText.Line(said, org)}"), ButtonStyle.Primary),
                new("Edit first", Short($"{line} {DeclarationText.Edit} {DeclarationText.Line(said, org)}")),
            ],
        },
        Refused: true);

    /// <summary>What a button carries has a limit on every platform.</summary>
    internal static string Short(string line) => line.Length <= 1000 ? line : line[..1000];
}
