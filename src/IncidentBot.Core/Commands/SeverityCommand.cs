using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>How bad it is. Whoever isn't sure is offered the worse one.</summary>
public sealed class SeverityCommand : IChangeCommand
{
    public Usage Usage { get; } = new("severity <sev> [reason]", "Say how bad it is", Topics.Rating, "sev");

    public IEnumerable<string> Next(string text, Organisation org) =>
        text == "" ? org.Severities.Select(level => level.Severity.Name.ToLowerInvariant()) : [];

    public Form? Ask(Incident incident, Request request) => !request.IsBare ? null : new(
        $"Severity of {incident.Reference}", $"severity {incident.Reference}", "Set severity",
        [
            Forms.Severity(request.Org, incident.Severity) with { Required = true },
            new TextInput("reason", "Why", MaxLength: 500),
        ]);

    public Card? Offer(Incident incident, Request request)
    {
        var named = request.Text.Split([' ', '?', ',', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(request.Org.FindSeverity).OfType<Severity>().Distinct().OrderBy(severity => severity.Rank).ToArray();
        var unsure = named.Length > 1 || request.Text.Contains('?') || request.Text.StartsWith("unsure", StringComparison.OrdinalIgnoreCase);
        if (!unsure)
            return null;
        var choices = named.Length > 0 ? named : [.. request.Org.Severities.Take(2).Select(level => level.Severity)];
        return new($"Not sure? Take the worse one: {choices[0].Name}. It is easily lowered.")
        {
            Header = Cards.IncidentWords.Heading(incident),
            Accent = Accent.Warning,
            Lines = [.. choices.Select(choice => (ChatText)$"{choice.Name}: {request.Org.LevelOf(choice)?.Meaning}")],
            Buttons =
            [
                .. choices.Select((choice, at) => new Button(
                    choice.Name, $"severity {incident.Reference} {choice.Name}", at == 0 ? ButtonStyle.Primary : ButtonStyle.Plain)),
                new("Answer five questions", $"impact {incident.Reference}"),
            ],
        };
    }

    public Decision Decide(Incident incident, Request request)
    {
        var (word, reason) = request.IsForm ? (request.Answer("severity"), request.Answer("reason")) : Grammar.Cut(request.Text);
        return request.Org.FindSeverity(word) is { } severity
            ? incident.ChangeSeverity(severity, request.Org, request.From, reason)
            : Decision.Reject(
                $"“{word}” is no severity. Choose one of {string.Join(", ", request.Org.Severities.Select(level => level.Severity.Name))}.",
                "severity");
    }
}
