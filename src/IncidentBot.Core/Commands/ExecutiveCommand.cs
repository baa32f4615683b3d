using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>A briefing in plain language; with a person, makes them the executive stakeholder.</summary>
public sealed class ExecutiveCommand : IQueryCommand
{
    public Usage Usage { get; } = new(
        "executive [@user]", "A briefing without jargon; with a person, makes them the executive stakeholder", Topics.Story, "exec", "briefing");

    public Line Meant(Line line) => line.Text.StartsWith('@') || line.Text.Equals("me", StringComparison.OrdinalIgnoreCase)
        ? line with { Command = CommandBook.Find("role"), Verb = "role", Text = $"{nameof(Role.ExecutiveStakeholder)} {line.Text}" }
        : line;

    public Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct) =>
        Task.FromResult(Queries.About(incident, request, about => ExecutiveCard.For(about, request.Org, request.Call.At)));
}
