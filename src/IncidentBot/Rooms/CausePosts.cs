using IncidentBot.Chat;
using IncidentBot.Commands;

namespace IncidentBot.Rooms;

/// <summary>What people send from the page on which they ask why; it goes through the same commands as in chat.</summary>
public sealed class CausePosts(Causes causes, Visitors visitors, CausePages pages, IDesk desk, TimeProvider clock)
{
    /// <summary>Where it is said to come from; no room of anybody's.</summary>
    static readonly Room Place = new(WebRoom.Platform, "causes", "causes");

    public async Task<IResult> Do(string reference, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (visitors.Of(http) is not { } me || await causes.Of(reference, me, http.RequestAborted) is not { } before)
            return await pages.Nothing();
        var (line, zone) = (form["line"].ToString(), Answering.Zone(form));
        if (!line.StartsWith($"pir {before.Reference} ", StringComparison.Ordinal))
            return Results.Text("This page asks why, and nothing else. Reload it and try again.", statusCode: StatusCodes.Status400BadRequest);
        var answers = await Answering.Answers(form, zone, _ => Task.FromResult<Person?>(null));
        var call = new Invocation(Answering.Once(form, me), line, me, Place, clock.GetUtcNow()) { Answers = answers, Zone = zone };
        var reply = await desk.Handle(call, http.RequestAborted);
        var sheet = await causes.Of(reference, me, http.RequestAborted) ?? before;
        var errors = Errors(reply, Adds(form));
        if (errors.Count > 0)
            return await pages.Page(new(sheet, new(form["at"].ToString(), errors, answers ?? new Dictionary<string, string>())), http);
        return http.Request.Headers.ContainsKey("X-Live")
            ? await pages.Page(new(sheet, Said: reply is Reply.Shown done ? PlainText.Of(done.Card.Hint ?? done.Card.Title) : ""), http)
            : Results.Redirect($"/incidents/{Uri.EscapeDataString(sheet.Reference)}/causes#{Uri.EscapeDataString(form["place"].ToString())}");
    }

    /// <summary>That it is there already is good news for who corrects something, and none for who wrote something new.</summary>
    static bool Adds(IFormCollection form) => form["at"].ToString().EndsWith("-add", StringComparison.Ordinal);

    static IReadOnlyList<FieldError> Errors(Reply reply, bool adds) => reply switch
    {
        Reply.Invalid invalid => invalid.Errors,
        Reply.Shown { Refused: true } no => [new("", PlainText.Of(no.Card.Title))],
        Reply.Shown { Card.Header: null } same when adds => [new("", PlainText.Of(same.Card.Title))],
        Reply.Ask => [new("", "Something is missing here. Fill it in and send it again.")],
        _ => [],
    };
}
