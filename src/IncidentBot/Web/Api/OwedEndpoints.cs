using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Web.Api;

/// <summary>What the bot owes and what it delivered: timers and pages.</summary>
static class OwedEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/timers", Verbs.Read, Timers).Documented(ApiDocs.Timers);
        api.MapMethods("/deliveries", Verbs.Read, Deliveries).Documented(ApiDocs.Deliveries);
    }

    static async Task Timers(HttpContext http, Owed owed, string? limit, string? cursor)
    {
        var page = await owed.Timers(ApiCaller.Person, Query.Limit(limit), Query.Cursor(cursor), http.RequestAborted);
        await Answer.Write(
            http, new([.. page.Items.Select(one => new TimerBody(one.Reference, one.Kind, one.Due))], page.Next),
            ApiJson.Default.ListBodyTimerBody);
    }

    static async Task Deliveries(HttpContext http, Owed owed, string? limit, string? cursor)
    {
        var page = await owed.Deliveries(
            ApiCaller.Person, Query.Limit(limit), Query.Cursor(cursor), http.RequestAborted);
        await Answer.Write(
            http, new([.. page.Items.Select(one => one.Body())], page.Next), ApiJson.Default.ListBodyDeliveryBody);
    }
}
