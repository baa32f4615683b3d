using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Rooms.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace IncidentBot.Rooms;

/// <summary>Puts together what somebody sees of a room: the page, and the answer to what they sent.</summary>
public sealed class Views(IRoomStore rooms, Listing listing, Visitors visitors, Drawer drawer, IAntiforgery antiforgery)
{
    public const int PageOfMessages = 50;

    public Person? Visitor(HttpContext http) => visitors.Of(http);

    /// <summary>The page of a room as it is now.</summary>
    public async Task<RoomView> Of(WebRoom room, Person me, HttpContext http, long before = long.MaxValue)
    {
        var messages = await rooms.Before(room.Id, before, PageOfMessages + 1, http.RequestAborted);
        return new(room, me, await listing.Of(me, http.RequestAborted), antiforgery.GetAndStoreTokens(http).RequestToken!)
        {
            Messages = [.. messages.TakeLast(PageOfMessages)],
            Older = messages.Count > PageOfMessages,
            Aside = await listing.Beside(room, me, http.RequestAborted),
        };
    }

    public Task<IResult> Page(RoomView view, int status = StatusCodes.Status200OK) =>
        drawer.Page<RoomPage>(status, ("View", view));

    /// <summary>After words were stored: they come by themselves to a live page, and with a new one to any other.</summary>
    public Task<IResult> Said(WebRoom room, HttpContext http) => Task.FromResult(
        IsLive(http) ? Results.NoContent() : Results.Redirect($"/rooms/{room.Id}"));

    /// <param name="typed">What stood in the message box; kept there when nothing was done with it.</param>
    public async Task<IResult> Answer(Reply reply, Person me, WebRoom room, HttpContext http, string typed)
    {
        if (reply is Reply.Shown { Refused: true })
            http.Response.Headers["X-Refused"] = "yes";
        if (IsLive(http))
            return await Piece(reply, me, room, http);
        var answer = reply is Reply.Invalid invalid ? new Reply.Shown(Flaws(invalid), Refused: true) : reply;
        return await Page(await Of(room, me, http) with
        {
            Answer = answer,
            Draft = answer is Reply.Shown { Refused: true } ? typed : "",
            Names = await Names(reply, http.RequestAborted),
        });
    }

    async Task<IResult> Piece(Reply reply, Person me, WebRoom room, HttpContext http) => reply switch
    {
        Reply.Shown shown => await drawer.Page<PrivateReply>(200, ("Card", shown.Card), ("About", shown.About)),
        Reply.Ask ask => await drawer.Page<FormDialog>(
            200, ("Form", ask.Form), ("RoomId", room.Id), ("Once", ""), ("Names", await Names(reply, http.RequestAborted))),
        Reply.Invalid invalid => await drawer.Page<Errors>(StatusCodes.Status422UnprocessableEntity, ("Flaws", invalid.Errors)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What those who stand in a form already are called.</summary>
    async Task<IReadOnlyDictionary<string, string>> Names(Reply reply, CancellationToken ct)
    {
        var names = new Dictionary<string, string>();
        foreach (var input in reply is Reply.Ask ask ? ask.Form.Inputs.OfType<PersonInput>() : [])
            if (input.Value != "" && await listing.Who(input.Value, ct) is { } person)
                names[input.Name] = person.Name;
        return names;
    }

    static Card Flaws(Reply.Invalid invalid) => new($"Nothing was done yet: go back and correct what is wrong")
    {
        Accent = Accent.Warning,
        Lines = [.. invalid.Errors.Select(error => (ChatText)$"{error.Reason}")],
    };

    /// <summary>A page with its script wants pieces; one without it wants whole pages.</summary>
    static bool IsLive(HttpContext http) => http.Request.Headers.ContainsKey("X-Live");
}
