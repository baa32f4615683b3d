using IncidentBot.Rooms.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace IncidentBot.Rooms;

/// <summary>Asks who somebody is, as long as nobody has to sign in.</summary>
public sealed class WhoPages(Visitors visitors, Drawer drawer, IAntiforgery antiforgery)
{
    public Task<IResult> Ask(HttpContext http) => Page(http, http.Request.Query["back"], null, 200);

    public async Task<IResult> Choose(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await visitors.Choose(form["id"], form["name"], http) is { } trouble
            ? await Page(http, form["back"], trouble, 422)
            : Results.Redirect(Local(form["back"]));
    }

    Task<IResult> Page(HttpContext http, string? back, string? trouble, int status) => drawer.Page<WhoPage>(
        status,
        ("People", visitors.Known),
        ("Back", Local(back)),
        ("Token", antiforgery.GetAndStoreTokens(http).RequestToken!),
        ("Name", visitors.Of(http)?.Name),
        ("Trouble", trouble));

    /// <summary>Only ever a place of this site.</summary>
    static string Local(string? back) =>
        back is ['/', not ('/' or '\\'), ..] && !back.Any(char.IsControl) ? back : "/";
}
