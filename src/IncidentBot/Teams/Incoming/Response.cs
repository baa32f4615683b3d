using System.Text.Json.Nodes;

namespace IncidentBot.Teams.Incoming;

/// <summary>What Teams gets back at once.</summary>
public abstract record Response
{
    Response() { }

    /// <summary>It arrived.</summary>
    /// <param name="Body">What an invoke waits for; null: nothing to say.</param>
    public sealed record Taken(JsonNode? Body = null) : Response;

    /// <summary>It could not be kept.</summary>
    public sealed record NotNow : Response;

    /// <summary>It is not for this bot, and never will be.</summary>
    public sealed record Foreign : Response;

    /// <summary>It waits for an answer that this bot can't give.</summary>
    public sealed record Unknown : Response;
}
