using System.Text.Json.Nodes;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Incoming;

/// <summary>Where everything from Slack comes together, over HTTP and over Socket Mode.</summary>
public sealed class Front(Workspace workspace)
{
    public async Task<Response> Take(Arrival arrival, CancellationToken ct)
    {
        if (arrival is Challenge challenge)
            return new Response.Taken(new JsonObject { ["challenge"] = challenge.Text });
        if (await workspace.Home(ct) is not { } home)
            return new Response.NotNow();
        return home.Owns(arrival.For) ? new Response.Taken() : new Response.Foreign();
    }
}
