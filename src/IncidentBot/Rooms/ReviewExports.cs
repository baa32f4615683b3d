using System.Text;
using IncidentBot.Commands;
using IncidentBot.Reviews;

namespace IncidentBot.Rooms;

/// <summary>The review of an incident as a file to take along, for whoever may see it.</summary>
public sealed class ReviewExports(ReadReviews reviews, ReviewPages pages, IReviewFiles files, Visitors visitors)
{
    /// <param name="format">"md", "pdf" or "html".</param>
    /// <param name="names">As on the page.</param>
    public async Task<IResult> Show(string reference, string format, string? names, HttpContext http)
    {
        if (visitors.Of(http) is not { } me)
            return ReviewPages.Who(http);
        if (await reviews.Of(reference, ReviewPages.Blameless(names), me, http.RequestAborted) is not { } sheet)
            return await pages.Nothing();
        var (file, type) = format switch
        {
            "md" => (Encoding.UTF8.GetBytes(MarkdownReview.Draw(sheet)), "text/markdown; charset=utf-8"),
            "pdf" => (files.Pdf(sheet), "application/pdf"),
            "html" => (files.Html(sheet), "text/html; charset=utf-8"),
            _ => (null, ""),
        };
        return file is null ? await pages.Nothing() : Results.File(file, type, $"{sheet.Reference}-review.{format}");
    }
}
