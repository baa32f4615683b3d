using System.Text.Json.Nodes;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Incoming;

/// <summary>Where everything from Slack comes together, over HTTP and over Socket Mode.</summary>
public sealed partial class Front(Workspace workspace, Early early, IEnumerable<ITake> takers, ILogger<Front> log)
{
    public async Task<Response> Take(Arrival arrival, CancellationToken ct)
    {
        if (arrival is Challenge challenge)
            return new Response.Taken(new JsonObject { ["challenge"] = challenge.Text });
        if (await workspace.Home(ct) is not { } home)
            return early.Answer(arrival);
        if (!home.Owns(arrival.For))
            return new Response.Foreign();
        try
        {
            foreach (var taker in takers)
                if (taker.Take(arrival) is { } taken)
                    return await taken;
            return new Response.Taken();
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Broke(arrival.GetType().Name, failure);
            return new Response.NotNow();
        }
    }

    [LoggerMessage(1431, LogLevel.Error, "What Slack sent ({Kind}) could not be handled and is to come again")]
    partial void Broke(string kind, Exception failure);
}
