using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What happened, page by page; with a text it writes a note.</summary>
public sealed class TimelineCommand : IQueryCommand
{
    public Usage Usage { get; } = new("timeline [page]", "Show what happened; with a text it writes a note", Topics.Story, "history");

    public Line Meant(Line line) => line.Text == "" || Page(line.Text) is not null
        ? line
        : line with { Command = CommandBook.Find("note"), Verb = "note" };

    public async Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct)
    {
        if (incident is null)
            return Queries.WhichOne(request);
        var history = await incidents.History(incident.Id, ct);
        return new Reply.Shown(
            TimelineCard.For(incident, history, Page(request.Text) ?? 1, request.Org), About: $"{incident.Reference}");
    }

    static int? Page(string text) => text.Length < 5 && int.TryParse(text, out var page) && page > 0 ? page : null;
}
