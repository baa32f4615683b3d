using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Sets the state; without one it shows the incident, and <c>resolved</c> is what <c>resolve</c> does.</summary>
public sealed class StatusCommand : IChangeCommand
{
    static readonly string[] States = ["investigating", "identified", "monitoring", "resolved"];

    public Usage Usage { get; } = new(
        "status [investigating|identified|monitoring|resolved] [text]", "Set the state; alone it shows the incident",
        Topics.Responding, "investigating", "investigate")
    { Prose = true };

    public IEnumerable<string> Next(string text, Organisation org) => text == "" ? States : [];

    public Line Meant(Line line)
    {
        if (line.Verb != "status")
            return line;
        var (state, rest) = Grammar.Cut(line.Text);
        return state.ToLowerInvariant() switch
        {
            "" => line with { Command = CommandBook.Find("show"), Verb = "show" },
            "resolved" => line with { Command = CommandBook.Find("resolve"), Verb = "resolve", Text = rest },
            "closed" => line with { Command = CommandBook.Find("close"), Verb = "close", Text = rest },
            _ => line,
        };
    }

    public Decision Decide(Incident incident, Request request)
    {
        var (state, text) = request.Verb == "status" ? Grammar.Cut(request.Text) : ("investigating", request.Text);
        return state.ToLowerInvariant() switch
        {
            "investigating" => incident.SetStatus(IncidentStatus.Investigating, text, request.Org, request.From),
            "identified" => incident.SetStatus(IncidentStatus.Identified, text, request.Org, request.From),
            "monitoring" => incident.SetStatus(IncidentStatus.Monitoring, text, request.Org, request.From),
            _ => Decision.Reject($"“{state}” is no state. Choose one of {string.Join(", ", States)}."),
        };
    }
}
