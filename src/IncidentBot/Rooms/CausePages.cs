using System.Net;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Rooms.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace IncidentBot.Rooms;

/// <summary>Where people work on why an incident happened: five whys, fishbone and fault tree below one another.</summary>
/// <remarks>Its buttons and forms send the same lines as everywhere, from the room where everybody is.</remarks>
public sealed class CausePages(Causes causes, Listing listing, Visitors visitors, Drawer drawer, IAntiforgery antiforgery)
{
    public async Task<IResult> Show(string reference, HttpContext http)
    {
        if (visitors.Of(http) is not { } me)
            return Results.Redirect($"/who?back={Uri.EscapeDataString(http.Request.Path)}");
        if (await causes.Of(reference, me, http.RequestAborted) is not { } cards)
        {
            ChatText[] lines = [$"There is nothing here, or it is not yours to see."];
            return await drawer.Page<NoticePage>((int)HttpStatusCode.NotFound, ("Heading", "Not found"), ("Lines", lines));
        }
        var lobby = await listing.Welcome(me, http.RequestAborted);
        return await drawer.Page<CausePage>(
            StatusCodes.Status200OK, ("Cards", cards), ("RoomId", lobby.Id), ("Token", antiforgery.GetAndStoreTokens(http).RequestToken!));
    }
}
