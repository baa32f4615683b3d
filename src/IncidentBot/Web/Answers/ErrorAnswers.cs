using System.Diagnostics;
using IncidentBot.Storage;

namespace IncidentBot.Web.Answers;

/// <summary>Turns whatever went wrong into an answer that says what to do and tells nothing about the inside.</summary>
sealed partial class ErrorAnswers(RequestDelegate next, ILogger<ErrorAnswers> log)
{
    public async Task Invoke(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure)
        {
            if (http.RequestAborted.IsCancellationRequested)
                return;     // Nobody is there to read it.
            if (http.Response.HasStarted)
                throw;      // Cuts the connection, so that half an answer isn't taken for a whole one.
            http.Response.Clear();
            SecurityHeaders.Set(http.Response.Headers);
            await For(failure).Write(http);
        }
    }

    Problem For(Exception failure)
    {
        switch (failure)
        {
            case RefusedRequestException refused:
                return refused.Problem;
            case BadHttpRequestException bad:
                return new(bad.StatusCode, "The request can't be read.", Sentence(bad.StatusCode));
            case StorageUnavailableException:
                StoreIsGone(log, failure.Message);
                return Problem.Unavailable("The database can't be written or read at the moment, so nothing was done.");
            case TimeoutException or OperationCanceledException:
                return Problem.TooSlow;
        }
        var trace = Activity.Current?.TraceId.ToString() ?? ActivityTraceId.CreateRandom().ToString();
        Broke(log, trace, failure);
        return new(
            StatusCodes.Status500InternalServerError, "Something broke in the bot.",
            "This is a defect of the bot, not of the request; what happened stands in its log.")
        {
            Trace = trace,
        };
    }

    public static string Sentence(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address; /openapi/v1.json lists what there is.",
        StatusCodes.Status405MethodNotAllowed =>
            "This address doesn't take that method; the Allow header names those it does.",
        StatusCodes.Status408RequestTimeout => "The request came too slowly; send it at once.",
        StatusCodes.Status411LengthRequired => "Say how long the body is, with Content-Length.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than 1 MB; send less.",
        StatusCodes.Status414UriTooLong => "The address is too long; put data into the body.",
        StatusCodes.Status415UnsupportedMediaType =>
            "Only JSON is read here; send it as Content-Type: application/json.",
        StatusCodes.Status431RequestHeaderFieldsTooLarge => "The headers are too large; send fewer or shorter ones.",
        _ => "The request is not well-formed HTTP.",
    };

    [LoggerMessage(LogLevel.Warning, "The database is unavailable: {Reason}")]
    static partial void StoreIsGone(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "A request broke, trace {Trace}")]
    static partial void Broke(ILogger log, string trace, Exception failure);
}
