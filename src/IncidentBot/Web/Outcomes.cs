using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Web;

/// <summary>What became of an invocation, in one word for the log and the figures.</summary>
static class Outcomes
{
    public const string Late = "late";

    public static string Of(Reply reply) => reply switch
    {
        Reply.Shown { Refused: true } => "refused",
        Reply.Shown => "done",
        Reply.Ask => "asked",
        _ => "invalid",
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        { Repeated: true } => "repeated",
        { Decision: Decision.Rejected } => "refused",
        _ => "done",
    };

    public static string Of(Exception failure) => failure switch
    {
        StorageUnavailableException => "unavailable",
        OperationCanceledException => "canceled",
        _ => "failed",
    };
}
