using IncidentBot.Chat;
using IncidentBot.Commands;

namespace IncidentBot.Rooms;

/// <summary>What people send from the page of a review; it goes through the same commands as in chat.</summary>
public sealed class ReviewPosts(ReadReviews reviews, Visitors visitors, ReviewPages pages, IDesk desk, TimeProvider clock)
{
    /// <summary>Where it is said to come from; no room of anybody's.</summary>
    static readonly Room Place = new(WebRoom.Platform, "review", "review");

    /// <summary>A form of the page, sent: <c>act</c> is what follows <c>pir INC-12</c>.</summary>
    public async Task<IResult> Do(string reference, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (visitors.Of(http) is not { } me || await reviews.Of(reference, null, me, http.RequestAborted) is not { } before)
            return await pages.Nothing();
        var (act, zone) = (form["act"].ToString(), Answering.Zone(form));
        var call = new Invocation(
            Answering.Once(form, me), $"pir {before.Reference} {act}", me, Place, clock.GetUtcNow())
        {
            Answers = await Answering.Answers(form, zone, _ => Task.FromResult<Person?>(null)),
            Zone = zone,
        };
        var trouble = await desk.Handle(call, http.RequestAborted) switch
        {
            Reply.Invalid invalid => string.Join(' ', invalid.Errors.Select(error => error.Reason)),
            Reply.Shown { Refused: true } no => PlainText.Of(no.Card.Title),
            _ => null,
        };
        if (trouble is null)
            return Results.Redirect($"/incidents/{Uri.EscapeDataString(before.Reference)}/review#{Uri.EscapeDataString(form["at"].ToString())}");
        // What was typed stays where it was typed.
        return await pages.Page(before, me, http, new(act, trouble, form["answer.text"].ToString() is { Length: > 0 } text ? text : form["answer.comment"].ToString()));
    }
}
