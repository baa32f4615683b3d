using System.Net;

namespace IncidentBot.Teams.Calls;

/// <summary>A redirect is something on the way, such as a page to sign in at: as good as no answer.</summary>
/// <remarks>Graph's client takes one that isn't followed for an answer of nothing.</remarks>
sealed class NoDetours(HttpMessageHandler way) : DelegatingHandler(way)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if ((int)response.StatusCode is >= 300 and < 400)
            response.StatusCode = HttpStatusCode.BadGateway;
        return response;
    }
}
