using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The lines of work that go on side by side: who leads which, and how each stands.</summary>
public sealed class WorkstreamCommand : IChangeCommand
{
    internal const string Nobody = "none";

    public Usage Usage { get; } = new(
        "workstream [what] [@ada] [every 30m]", "Open a line of work with a lead and check-ins, or report on one",
        Topics.Responding, "stream", "workstreams", "streams")
    {
        Prose = true,
    };

    public IEnumerable<string> Next(string text, Organisation org) => text.Trim() == "" ? ["add", .. WorkstreamText.Verbs, "list"] : [];

    /// <summary><c>workstream list</c> is <c>workstream</c>.</summary>
    public Line Meant(Line line) => line.Text.Trim().Equals("list", StringComparison.OrdinalIgnoreCase) ? line with { Text = "" } : line;

    public Form? Ask(Incident incident, Request request) =>
        request.IsForm ? null
        : request.Text == "" ? incident.Workstreams.Count == 0 ? WorkstreamForms.For(WorkstreamText.Read("add"), incident, request) : null
        : WorkstreamForms.For(WorkstreamText.Read(request.Text), incident, request);

    public Card? Offer(Incident incident, Request request) =>
        request.IsBare ? WorkstreamsCard.For(incident, request.Org, request.Call.At) : null;

    public Decision Decide(Incident incident, Request request)
    {
        var said = WorkstreamText.Read(request.Text == "" ? "add" : request.Text);
        if (said.Verb == "add")
            return Open(said, incident, request);
        var number = Meant(said, incident, request);
        return said.Verb switch
        {
            "report" => incident.ReportOnWorkstream(number, Said("report", said, request), request.From),
            "done" => incident.FinishWorkstream(number, Said("outcome", said, request), request.From),
            "drop" => incident.DropWorkstream(number, Said("reason", said, request), request.From),
            "rename" => incident.RenameWorkstream(number, Clean.OneLine(Said("name", said, request)), request.From),
            "reopen" => incident.ReopenWorkstream(number, request.From),
            "lead" => Lead(number, Said("lead", said, request), incident, request),
            "every" => Pace(number, Said("every", said, request), incident, request),
            _ => Postpone(number, Said("span", said, request), incident, request),
        };
    }

    public Card? Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        WorkstreamsCard.After(incident, facts, org);

    static Decision Open(WorkstreamText said, Incident incident, Request request)
    {
        if (request.IsForm)
            return incident.OpenWorkstream(
                Clean.OneLine(request.Answer("name")), request.Answer("lead") is "" ? null : request.Who(request.Answer("lead")),
                Moments.Span(request.Answer("every")) is { Ticks: > 0 } chosen ? chosen : null, request.From);
        var typed = TypedWorkstream.Read(said.Words, request);
        return typed.Flaw is { } flaw ? Decision.Reject(flaw.Reason, flaw.Field)
            : incident.OpenWorkstream(typed.Name, typed.Lead, typed.Every, request.From);
    }

    static Decision Lead(int number, string to, Incident incident, Request request) =>
        (request.IsForm && to == "") || to.Equals(Nobody, StringComparison.OrdinalIgnoreCase) ? incident.LeadWorkstream(number, null, request.From)
        : request.Who(to) is { } who ? incident.LeadWorkstream(number, who, request.From)
        : Decision.Reject(TypedTask.Unknown(to), "lead");

    static Decision Pace(int number, string every, Incident incident, Request request) =>
        every.Equals(Nobody, StringComparison.OrdinalIgnoreCase) ? incident.PaceWorkstream(number, null, request.From)
        : Moments.Span(every) is { } span ? incident.PaceWorkstream(number, span, request.From)
        : Decision.Reject(TypedWorkstream.Unread(every), "every");

    static Decision Postpone(int number, string written, Incident incident, Request request) =>
        Moments.Span(written) is { } span ? incident.PostponeCheckIn(number, span, request.From)
        : Decision.Reject($"I can't read “{written}” as a time. Write {new ChatText.Code($"workstream postpone {number} 15m")}.", "span");

    /// <summary>The one that was named or chosen; else the only one that can be meant.</summary>
    static int Meant(WorkstreamText said, Incident incident, Request request) =>
        said.Number
        ?? (int.TryParse(request.Answer("workstream"), NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen
            : incident.OnlyWorkstreamOf(request.By)?.Number ?? 0);

    static string Said(string name, WorkstreamText said, Request request) => request.IsForm ? request.Answer(name) : said.Words;
}
