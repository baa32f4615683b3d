using System.Net;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Reviews;
using IncidentBot.Rooms.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace IncidentBot.Rooms;

/// <summary>The review of an incident on a page of its own: read, written, commented on, taken along.</summary>
public sealed class ReviewPages(ReadReviews reviews, Visitors visitors, Drawer drawer, IAntiforgery antiforgery)
{
    const int LongestPreview = 20_000;

    /// <param name="names">"no": roles stand in their place; "yes": they don't; null: as the organisation has it.</param>
    public async Task<IResult> Show(string reference, string? names, HttpContext http) =>
        visitors.Of(http) is not { } me ? Who(http)
        : await reviews.Of(reference, Blameless(names), me, http.RequestAborted) is { } sheet ? await Page(sheet, me, http)
        : await Nothing();

    /// <summary>What a text will look like, and what in it may sound like blame.</summary>
    public async Task<IResult> Preview(HttpContext http)
    {
        var text = (await http.Request.ReadFormAsync(http.RequestAborted))["text"].ToString();
        return visitors.Of(http) is null ? Results.NotFound()
            : text.Length > LongestPreview ? Results.Text("That is too long.", statusCode: StatusCodes.Status413PayloadTooLarge)
            : await drawer.Page<ReviewPreview>(StatusCodes.Status200OK, ("Value", Clean.Text(text)));
    }

    internal async Task<IResult> Page(ReviewSheet shown, Person me, HttpContext http, NotDone? notDone = null)
    {
        // What is edited is what was written, with its names.
        var written = shown.Blameless ? await reviews.Of(shown.Reference, blameless: false, me, http.RequestAborted) ?? shown : shown;
        return await drawer.Page<ReviewPage>(
            notDone is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("View", new ReviewView(
                shown, written.Sections.ToDictionary(section => section.Key, section => section.Text),
                antiforgery.GetAndStoreTokens(http).RequestToken!, notDone)));
    }

    internal Task<IResult> Nothing()
    {
        ChatText[] lines = [$"There is nothing here, or it is not yours to see."];
        return drawer.Page<NoticePage>((int)HttpStatusCode.NotFound, ("Heading", "Not found"), ("Lines", lines));
    }

    internal static IResult Who(HttpContext http) =>
        Results.Redirect($"/who?back={Uri.EscapeDataString($"{http.Request.Path}{http.Request.QueryString}")}");

    internal static bool? Blameless(string? names) => names switch
    {
        "no" => true,
        "yes" => false,
        _ => null,
    };
}

/// <summary>What the page of a review shows.</summary>
/// <param name="Written">By section, the text as it is edited.</param>
public sealed record ReviewView(ReviewSheet Sheet, IReadOnlyDictionary<string, string> Written, string Token, NotDone? NotDone);

/// <summary>What was asked for and refused.</summary>
/// <param name="Typed">Kept, so that nobody types it again.</param>
public sealed record NotDone(string Act, string Why, string Typed);
