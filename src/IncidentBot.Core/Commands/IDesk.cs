using IncidentBot.Chat;

namespace IncidentBot.Commands;

/// <summary>Where every surface hands in what somebody asked, and gets the answer in time for the platform's limit.</summary>
/// <remarks>
/// The host stands between this and <c>Bot.Handle</c>: one structured log line and one count per invocation, and an
/// answer within 2.5 s whatever the database does. So a surface depends on this and never on the bot itself.
/// </remarks>
public interface IDesk
{
    /// <exception cref="Exception">
    /// Only what the surface can't answer for: the store is gone (it says so itself), or a defect.
    /// </exception>
    Task<Reply> Handle(Invocation call, CancellationToken ct);

    /// <summary>The same for a surface that bridges the wait itself and brings the answer later.</summary>
    /// <param name="within">How long it waits; what takes longer is answered with a sentence that says so.</param>
    Task<Reply> Handle(Invocation call, TimeSpan within, CancellationToken ct);

    /// <summary>The same for a surface that has its own way to say "not now", or is sent again what it didn't take: throws instead.</summary>
    /// <exception cref="TimeoutException">No answer yet; it may still be done. The same request has no second effect.</exception>
    /// <exception cref="NotNowException">Nothing was done.</exception>
    Task<Reply> Ask(Invocation call, TimeSpan within, CancellationToken ct);
}
