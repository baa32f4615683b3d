using System.Text.Json.Nodes;

namespace IncidentBot.Slack.Incoming;

/// <summary>What Slack gets back at once, whatever the transport.</summary>
public abstract record Response
{
    Response() { }

    /// <summary>It arrived.</summary>
    /// <param name="Body">What the kind of request lets be answered; null: nothing to say.</param>
    public sealed record Taken(JsonNode? Body = null) : Response;

    /// <summary>It could not be kept; Slack is to send it again.</summary>
    public sealed record NotNow : Response;

    /// <summary>It is not for this bot, and never will be.</summary>
    public sealed record Foreign : Response;
}
