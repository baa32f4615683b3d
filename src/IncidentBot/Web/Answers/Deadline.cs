using Microsoft.AspNetCore.Http.Timeouts;

namespace IncidentBot.Web.Answers;

/// <summary>Every endpoint answers within ten seconds; a stream that is meant to stay open says so itself.</summary>
/// <remarks>Such an endpoint is mapped with <c>.DisableRequestTimeout()</c>.</remarks>
static class Deadline
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(9);

    public static void Set(RequestTimeoutOptions options) => options.DefaultPolicy = new()
    {
        Timeout = Limit,
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = Problem.TooSlow.Write,
    };
}
