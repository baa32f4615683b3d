using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What the bot can do: by topic, or one command in full.</summary>
public sealed class HelpCommand : IQueryCommand
{
    public Usage Usage { get; } = new("help [topic|command]", "Show what I can do", Topics.Bot, "?", "commands");

    public IEnumerable<string> Next(string text, Catalog.Organisation org) =>
        text == "" ? Topics.All.Concat(CommandBook.All.Select(command => command.Usage.Verb)) : [];

    public Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct)
    {
        var asked = request.Text.TrimStart('/').ToLowerInvariant();
        var entries = CommandBook.All.Select(command => new HelpEntry(
            command.Usage.Syntax, command.Usage.Summary, command.Usage.Topic, command.Usage.Aliases)).ToArray();
        return Task.FromResult<Reply>(new Reply.Shown(
            asked == "" ? HelpCard.Overview(entries, Topics.All)
            : Topics.All.Contains(asked) ? HelpCard.Topic(asked, entries)
            : CommandBook.Find(asked) is { } command ? HelpCard.One(entries.First(entry => entry.Syntax == command.Usage.Syntax))
            : HelpCard.Overview(entries, Topics.All) with { Title = $"There is no topic “{IncidentWords.Brief(asked, 40)}”. These there are:" }));
    }
}
