using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <param name="Line">The whole line as it would then stand.</param>
/// <param name="Hint">What it is: a command's summary, an incident's title.</param>
public sealed record Completion(string Line, string Hint);

/// <summary>How a half-typed line could go on.</summary>
public sealed class Completing(IIncidents incidents, Organisation org, IPeople people)
{
    const int Most = 10;

    public async Task<IReadOnlyList<Completion>> Of(string typed, Person by, Room @in, CancellationToken ct)
    {
        var line = typed.TrimStart().TrimStart('/');
        var at = line.LastIndexOfAny([' ', '\n']) + 1;
        var (before, word) = (line[..at], line[at..]);
        if (word.StartsWith('@'))
            return await People(before, word[1..], ct);
        var found = new List<Completion>();
        if (before == "")
            found.AddRange(Verbs(word));
        else if (Grammar.Apart(before, org.Prefix) is { Command: { } command } read)
            found.AddRange(Words(command, read.Text == "" ? "" : $"{read.Text} ", before, word));
        if (found.Count < Most && Names(word, before))
            found.AddRange(await References(before, word, by, ct));
        return [.. found.DistinctBy(one => one.Line).Take(Most)];
    }

    static IEnumerable<Completion> Verbs(string word) => CommandBook.All
        .Where(command => command.Usage.Verb.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        .Select(command => (command.Usage.Verb, command))
        .Concat(CommandBook.All.SelectMany(command => command.Usage.Aliases
            .Where(alias => word != "" && alias.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(alias => (alias, command))))
        .Select(one => new Completion($"{one.Item1} ", one.command.Usage.Summary));

    IEnumerable<Completion> Words(ICommand command, string text, string before, string word) => command.Next(text, org)
        .Where(next => next.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && !next.Equals(word, StringComparison.OrdinalIgnoreCase))
        .Select(next => new Completion($"{before}{next} ", ""));

    async Task<IReadOnlyList<Completion>> People(string before, string beginning, CancellationToken ct) =>
    [
        .. (await people.Complete(beginning, Most, ct)).Select(who => new Completion($"{before}@{who.Id} ", who.Name)),
        .. org.Groups.Where(group => group.Key.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            .Select(group => new Completion($"{before}@{group.Key} ", group.Name)),
    ];

    async Task<IEnumerable<Completion>> References(string before, string word, Person by, CancellationToken ct) =>
        (await incidents.List(new(by) { Open = true, Limit = 50 }, ct)).Items
            .Where(row => $"{row.Reference}".StartsWith(word, StringComparison.OrdinalIgnoreCase)
                || $"#{row.Reference.Number}".StartsWith(word, StringComparison.Ordinal))
            .Select(row => new Completion($"{before}{row.Reference} ", row.Title));

    /// <summary>Whether the word may become a reference: it begins like one, or stands where one would.</summary>
    bool Names(string word, string before) =>
        word.StartsWith('#') || word.StartsWith(org.Prefix, StringComparison.OrdinalIgnoreCase)
        || (word.Length > 0 && org.Prefix.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        || (word == "" && before != "" && Grammar.Apart(before, org.Prefix) is { First: null, Text: "", Command: IChangeCommand });
}
