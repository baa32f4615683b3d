using System.Net;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Rooms.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace IncidentBot.Rooms;

/// <summary>Where people work on why an incident happened: five whys, fishbone and fault tree, drawn and as outlines to write in.</summary>
public sealed class CausePages(Causes causes, Visitors visitors, Drawer drawer, IAntiforgery antiforgery)
{
    public async Task<IResult> Show(string reference, HttpContext http) =>
        visitors.Of(http) is not { } me ? Results.Redirect($"/who?back={Uri.EscapeDataString(http.Request.Path)}")
        : await causes.Of(reference, me, http.RequestAborted) is { } sheet ? await Page(new(sheet), http)
        : await Nothing();

    /// <summary>All of it for a page without its script, what changes of it for one that has it.</summary>
    internal Task<IResult> Page(CauseView view, HttpContext http)
    {
        var status = view.NotDone is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        http.Response.Headers["X-Version"] = $"{view.Sheet.Version}";
        view = view with { Token = antiforgery.GetAndStoreTokens(http).RequestToken! };
        return http.Request.Headers.ContainsKey("X-Live")
            ? drawer.Page<CausePiece>(status, ("View", view))
            : drawer.Page<CausePage>(status, ("View", view));
    }

    internal Task<IResult> Nothing()
    {
        ChatText[] lines = [$"There is nothing here, or it is not yours to see."];
        return drawer.Page<NoticePage>((int)HttpStatusCode.NotFound, ("Heading", "Not found"), ("Lines", lines));
    }
}

/// <summary>What the page shows.</summary>
/// <param name="NotDone">What was sent and refused; null: nothing.</param>
/// <param name="Said">What was just done, in a sentence; "": nothing.</param>
public sealed record CauseView(CauseSheet Sheet, CauseNotDone? NotDone = null, string Said = "")
{
    /// <summary>Proves that a form came from this page; "" in what a live page is told, which proves it otherwise.</summary>
    public string Token { get; init; } = "";

    /// <summary>What is wrong with it all; "": nothing, or it stands at its field.</summary>
    public string Trouble => NotDone is not { } no || Forms.Contains(no.Form) ? ""
        : Sheet.Shut is null && no.Typed.Count > 0 ? "Somebody withdrew this part meanwhile, so nothing was changed. What you typed stands here:"
        : no.Sentence;

    /// <summary>What was refused in this form; null: nothing.</summary>
    public CauseNotDone? In(string form) => NotDone is { } no && no.Form == form ? no : null;

    IEnumerable<string> Forms => Sheet.Outlines.SelectMany(outline => Below(outline.Root)).SelectMany(Names);

    static IEnumerable<CauseItem> Below(CauseItem item) => item.Items.SelectMany(Below).Prepend(item);

    static IEnumerable<string> Names(CauseItem item) => new[] { item.Edit, item.Chance, item.Add, item.More }
        .OfType<CauseForm>().Select(form => form.Id).Append($"{item.Place}-acts");
}

/// <param name="Form">The id of the form that was sent.</param>
/// <param name="Typed">What was written there, by the name of the question; kept, so that nobody types it again.</param>
public sealed record CauseNotDone(string Form, IReadOnlyList<FieldError> Errors, IReadOnlyDictionary<string, string> Typed)
{
    public string Sentence => string.Join(' ', Errors.Select(error => error.Reason));

    /// <summary>What is wrong with one answer, and at the first also what can be shown nowhere else.</summary>
    public string At(string name, IReadOnlyList<Input> asked) => string.Join(' ', Errors
        .Where(error => error.Name == name || (asked[0].Name == name && asked.All(input => input.Name != error.Name)))
        .Select(error => error.Reason));
}
