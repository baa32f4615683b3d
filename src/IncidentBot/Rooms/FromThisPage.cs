using Microsoft.AspNetCore.Antiforgery;

namespace IncidentBot.Rooms;

/// <summary>Takes a post only from a page that the bot itself gave to this browser.</summary>
public sealed class FromThisPage(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(context.HttpContext);
        }
        catch (AntiforgeryValidationException)
        {
            return Results.Text("This page is too old to send anything. Reload it and try again.", statusCode: 400);
        }
        return await next(context);
    }
}
