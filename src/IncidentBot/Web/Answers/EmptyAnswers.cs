using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace IncidentBot.Web.Answers;

/// <summary>Gives an error that nobody wrote a body for (no such address, wrong method) one sentence to read.</summary>
static class EmptyAnswers
{
    public static Task Fill(StatusCodeContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (HttpMethods.IsOptions(request.Method) && response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            // The Allow header is there already, and that is all that OPTIONS asks for.
            response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
        if (!WantsPage(request))
            return Problem(response.StatusCode).Write(context.HttpContext);
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(response.StatusCode == StatusCodes.Status404NotFound
            ? "There is nothing at this address. The room on the web is at / ."
            : ErrorAnswers.Sentence(response.StatusCode));
    }

    static Problem Problem(int status) => new(status, status switch
    {
        StatusCodes.Status404NotFound => "There is no such thing.",
        _ => "The request can't be answered.",
    }, ErrorAnswers.Sentence(status));

    static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && request.Headers[HeaderNames.Authorization].Count == 0;
}
