using System.Net;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Rooms.Pages;


namespace IncidentBot.Rooms;

/// <summary>The pages one can open: a room, an incident, and the question who is there.</summary>
public sealed class RoomPages(IRoomStore rooms, Listing listing, Views views, Visitors visitors, Drawer drawer)
{
    /// <summary>Where everybody lands.</summary>
    public async Task<IResult> Home(HttpContext http)
    {
        if (visitors.Of(http) is not { } me)
            return Introduce(http);
        await visitors.Remember(me, http.RequestAborted);
        return await Show(await listing.Welcome(me, http.RequestAborted), me, http);
    }

    public async Task<IResult> Room(string id, HttpContext http)
    {
        if (visitors.Of(http) is not { } me)
            return Introduce(http);
        await visitors.Remember(me, http.RequestAborted);
        return await rooms.Find(id, me, http.RequestAborted) is { } room ? await Show(room, me, http) : await Nothing();
    }

    /// <summary>The incident's own room, or by itself what somebody may see of it who isn't in one.</summary>
    public async Task<IResult> Incident(string reference, HttpContext http)
    {
        if (visitors.Of(http) is not { } me)
            return Introduce(http);
        if (await listing.About(reference, me, http.RequestAborted) is not { } aside)
            return await Nothing();
        foreach (var room in aside.Rooms.Where(room => room.Platform == WebRoom.Platform))
            if (await rooms.Find(room.Id, me, http.RequestAborted) is not null)
                return Results.Redirect($"/rooms/{room.Id}");
        var lobby = await listing.Welcome(me, http.RequestAborted);
        var view = await views.Of(lobby, me, http);
        return await views.Page(view with { About = aside.Reference, Aside = aside, Messages = [], Older = false });
    }

    async Task<IResult> Show(WebRoom room, Person me, HttpContext http)
    {
        var before = long.TryParse(http.Request.Query["before"], out var place) ? place : long.MaxValue;
        return await views.Page(await views.Of(room, me, http, before));
    }

    Task<IResult> Nothing()
    {
        ChatText[] lines = [$"There is nothing here, or it is not yours to see."];
        return drawer.Page<NoticePage>((int)HttpStatusCode.NotFound, ("Heading", "Not found"), ("Lines", lines));
    }

    /// <remarks>
    /// A link in a chat or a mail comes without the cookie, which no other site may make a browser send. Opened once
    /// more from here it has it, so nobody is asked twice who they are.
    /// </remarks>
    static IResult Introduce(HttpContext http)
    {
        var here = $"{http.Request.Path}{http.Request.QueryString}";
        if (http.Request.Headers["Sec-Fetch-Site"] != "cross-site")
            return Results.Redirect($"/who?back={Uri.EscapeDataString(here)}");
        http.Response.Headers["Refresh"] = $"0; url={here}";
        return Results.Content("", "text/html; charset=utf-8");
    }
}
