namespace IncidentBot.Teams;

/// <summary>Teams or Graph said no. Always the inner exception of what the port throws.</summary>
/// <param name="code">As they name it, e.g. "BotNotInConversationRoster"; empty where they say nothing.</param>
/// <param name="status">Of HTTP.</param>
public sealed class TeamsException(string code, int status) : Exception($"Teams answered {status} {code}.")
{
    public string Code { get; } = code;
    public int Status { get; } = status;

    /// <returns>The code of a call that failed; null when Teams gave none.</returns>
    public static string? CodeIn(Exception failure) => (failure.InnerException as TeamsException)?.Code is { Length: > 0 } code ? code : null;

    /// <returns>The status of a call that failed; null when there was no answer.</returns>
    /// <example><code>catch (ChatRefusedException no) when (TeamsException.StatusIn(no) is 403)</code></example>
    public static int? StatusIn(Exception failure) => (failure.InnerException as TeamsException)?.Status;
}
