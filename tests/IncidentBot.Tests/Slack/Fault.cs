namespace IncidentBot.Slack;

/// <summary>What goes wrong with a call.</summary>
abstract record Fault
{
    /// <summary>429; nothing is done.</summary>
    public sealed record Limited(int Seconds) : Fault;

    /// <summary>An error code; nothing is done.</summary>
    public sealed record Error(string Code, string? Needed = null) : Fault;

    /// <summary>Any answer at all; nothing is done.</summary>
    public sealed record Answer(int Status, string Body, string ContentType = "application/json") : Fault;

    /// <summary>Never answers; nothing is done.</summary>
    public sealed record Hangs : Fault;

    /// <summary>Does what was asked and hangs up without an answer.</summary>
    public sealed record AnswerLost : Fault;

    /// <summary>Does what was asked, and answers only then.</summary>
    public sealed record Late(Task Until) : Fault;

    public static readonly Fault Html = new Answer(200, "<html>Slack is down for maintenance</html>", "text/html");
    public static readonly Fault Broken = new Answer(503, "");
}
