using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Web.Answers;
using Microsoft.AspNetCore.Mvc;

namespace IncidentBot.Web.Api;

/// <summary>Reading incidents, declaring them, and doing with them whatever a person may type.</summary>
static class IncidentEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/incidents", Verbs.Read, List).Documented(ApiDocs.List);
        api.MapPost("/incidents", Declare).Documented(ApiDocs.Declare);
        api.MapMethods("/incidents/{reference}", Verbs.Read, Show).Documented(ApiDocs.Show);
        api.MapMethods("/incidents/{reference}/timeline", Verbs.Read, Timeline).Documented(ApiDocs.Timeline);
        api.MapPost("/incidents/{reference}/commands", Command).Documented(ApiDocs.Command);
    }

    static async Task List(
        HttpContext http, IIncidents incidents, ICurrentOrganisation organisation,
        string? open, string? severity, string? service, string? limit, string? cursor)
    {
        var org = organisation.Now;
        var page = await incidents.List(new(ApiCaller.Person)
        {
            Open = Query.Flag("open", open),
            Severity = Level(severity, org),
            Service = string.IsNullOrEmpty(service) ? null : org.FindService(service)?.Key ?? Clean.Text(service),
            Limit = Query.Limit(limit),
            Cursor = Query.Cursor(cursor),
        }, http.RequestAborted);
        var items = new List<IncidentBody>(page.Items.Count);
        foreach (var row in page.Items)
            if (await incidents.Find(row.Id, http.RequestAborted) is { } incident
                && incident.VisibleTo(ApiCaller.Person, org))
                items.Add(incident.Body(org));
        await Answer.Write(http, new(items, page.Next), ApiJson.Default.ListBodyIncidentBody);
    }

    static async Task Declare(
        HttpContext http, IIncidents incidents, ICurrentOrganisation organisation, TimeProvider clock, Journal journal)
    {
        var began = clock.GetTimestamp();
        var org = organisation.Now;
        var body = await Reading.Body(http.Request, ApiJson.Default.DeclareBody);
        var said = body.Declaration(org);
        var from = new Origin(ApiCaller.Person, clock.GetUtcNow(), ApiCaller.Surface);
        try
        {
            var once = Once.Of(http.Request, "declare");
            Decision Anew(Incident blank, Recurrence? before) => blank.Declare(said, before, null, org, from);
            var outcome = said.IsSignal
                ? await incidents.Signal(once, said.Fingerprint, watched => watched.Relapse(said.Source, from), Anew, http.RequestAborted)
                : await incidents.Start(once, said.Fingerprint, Anew, http.RequestAborted);
            var took = clock.GetElapsedTime(began);
            var incident = outcome.Incident;
            if (!outcome.Repeated && outcome.Decision is Decision.Rejected rejected)
            {
                journal.Note(from.By, "declare", from.Surface, null, Outcomes.Of(outcome), took);
                throw new RefusedRequestException(Problem.Refused(PlainText.Of(rejected.Reason), rejected.Field));
            }
            journal.Declared(took);
            journal.Note(from.By, "declare", from.Surface, $"{incident.Reference}", Outcomes.Of(outcome), took);
            var known = outcome.Repeated || outcome.Decision is Decision.Accepted { Facts: [not Declared, ..] };
            http.Response.StatusCode = known ? StatusCodes.Status200OK : StatusCodes.Status201Created;
            http.Response.Headers.Location = $"{http.Request.PathBase}/api/v1/incidents/{incident.Reference}";
            await Answer.Write(http, incident.Body(org), ApiJson.Default.IncidentBody);
        }
        catch (Exception failure) when (failure is not RefusedRequestException)
        {
            journal.Failed(from.By, "declare", from.Surface, clock.GetElapsedTime(began), failure);
            throw;
        }
    }

    static async Task Show(HttpContext http, IIncidents incidents, ICurrentOrganisation organisation, string reference)
    {
        var org = organisation.Now;
        var incident = await Find(incidents, org, reference, http.RequestAborted);
        await Answer.Write(http, incident.Body(org), ApiJson.Default.IncidentBody);
    }

    static async Task Timeline(
        HttpContext http, IIncidents incidents, ICurrentOrganisation organisation,
        string reference, string? limit, string? cursor)
    {
        var (most, after) = (Query.Limit(limit), Query.Offset(cursor));
        var incident = await Find(incidents, organisation.Now, reference, http.RequestAborted);
        var history = await incidents.History(incident.Id, http.RequestAborted);
        var shared = Showing.Shared(history);
        TimelineEntry[] items =
            [.. history.SkipWhile(one => one.Version <= after).Take(most).Select(one => one.Entry(incident, shared))];
        var next = items.Length > 0 && items[^1].Id < history[^1].Version
            ? items[^1].Id.ToString(CultureInfo.InvariantCulture)
            : null;
        await Answer.Write(http, new(items, next), ApiJson.Default.ListBodyTimelineEntry);
    }

    static async Task Command(
        HttpContext http, IIncidents incidents, ICurrentOrganisation organisation, Desk desk, TimeProvider clock,
        string reference)
    {
        var org = organisation.Now;
        var body = await Reading.Body(http.Request, ApiJson.Default.CommandBody);
        var incident = await Find(incidents, org, reference, http.RequestAborted);
        var line = Commanding.Line(body, incident.Reference, org);
        var call = new Invocation(
            Once.Of(http.Request, $"{incident.Reference}"), line, ApiCaller.Person, ApiCaller.Room, clock.GetUtcNow())
        {
            Answers = body.Answers,
        };
        var reply = await desk.Ask(call, Deadline.Limit, http.RequestAborted);
        if (reply is not Reply.Shown shown)
            throw new RefusedRequestException(Commanding.Missing(reply));
        var after = await incidents.Find(incident.Id, http.RequestAborted) ?? incident;
        await Answer.Write(
            http, new(PlainText.Draw(shown.Card with { Buttons = [] }), shown.Refused, after.Body(org)),
            ApiJson.Default.CommandAnswer);
    }

    static string? Level(string? severity, Organisation org) =>
        string.IsNullOrEmpty(severity) ? null
        : org.FindSeverity(severity)?.Name ?? throw Query.Wrong(
            "severity", "“severity” is none of the scale.",
            $"Use one of: {string.Join(", ", org.Severities.Select(one => one.Severity.Name))}.");

    /// <summary>What may not be seen is answered like what isn't there.</summary>
    static async Task<Incident> Find(IIncidents incidents, Organisation org, string written, CancellationToken ct)
    {
        if (Reference.TryParse(written, org.Prefix, out var reference)
            && await incidents.Find(reference.Value, ct) is { } incident && incident.VisibleTo(ApiCaller.Person, org))
            return incident;
        throw new RefusedRequestException(Problem.NotFound(
            "There is no incident of that reference.",
            $"References look like {org.Prefix}-12; GET /api/v1/incidents lists them."));
    }
}
