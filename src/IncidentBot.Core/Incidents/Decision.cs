using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>The domain's answer to a request: the facts that now hold, or the reason why not.</summary>
public abstract record Decision
{
    Decision() { }

    public sealed record Accepted(IReadOnlyList<IncidentEvent> Facts) : Decision;

    /// <summary>It is so already: asking twice does no harm.</summary>
    /// <param name="Reason">Shown to the person who asked, as it stands.</param>
    public sealed record Unchanged(ChatText Reason) : Decision;

    /// <param name="Reason">Shown to the person who asked, as it stands; says what to do instead.</param>
    /// <param name="Field">The answer that was wrong, when it came from a form.</param>
    public sealed record Rejected(ChatText Reason, string? Field = null) : Decision;

    public static Decision Accept(params IReadOnlyList<IncidentEvent> facts) => new Accepted(facts);

    public static Decision Unchange(ChatText reason) => new Unchanged(reason);

    public static Decision Reject(ChatText reason, string? field = null) => new Rejected(reason, field);
}
