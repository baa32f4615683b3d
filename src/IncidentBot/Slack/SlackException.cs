namespace IncidentBot.Slack;

/// <summary>Slack said no: <c>"ok": false</c> and a code. Always the inner exception of what the port throws.</summary>
/// <param name="code">As Slack names it, e.g. "channel_not_found".</param>
/// <param name="method">The method that was called, e.g. "chat.postMessage".</param>
public sealed class SlackException(string code, string method) : Exception($"Slack answered {method} with {code}.")
{
    public string Code { get; } = code;
    public string Method { get; } = method;

    /// <summary>Where it was about several people: whom Slack refused, each with a code.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; init; } = new Dictionary<string, string>();

    /// <returns>The code of a call that failed; null when Slack gave none.</returns>
    /// <example><code>catch (ChatRefusedException no) when (SlackException.CodeIn(no) is "name_taken")</code></example>
    public static string? CodeIn(Exception failure) => (failure.InnerException as SlackException)?.Code;
}
