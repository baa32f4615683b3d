using Microsoft.Extensions.Primitives;

namespace IncidentBot.Web.Answers;

/// <summary>What every answer tells a browser not to do; a page that needs more says so itself.</summary>
static class SecurityHeaders
{
    static readonly StringValues NoSniff = "nosniff";
    static readonly StringValues NoReferrer = "no-referrer";
    static readonly StringValues SameOrigin = "same-origin";
    static readonly StringValues Policy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    public static Task Invoke(HttpContext http, RequestDelegate next)
    {
        Set(http.Response.Headers);
        return next(http);
    }

    public static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = NoReferrer;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers.ContentSecurityPolicy = Policy;
    }
}
