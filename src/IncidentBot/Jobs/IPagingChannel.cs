using IncidentBot.Chat;

namespace IncidentBot.Jobs;

/// <summary>One way to reach a person: chat, and later phone, SMS, mail, push; one file each.</summary>
/// <exception cref="ChatUnavailableException">It may work later.</exception>
/// <exception cref="ChatRefusedException">It will never work.</exception>
public interface IPagingChannel
{
    /// <summary>As deliveries are recorded under: "slack", "mail", "voice".</summary>
    string Name { get; }

    /// <param name="key">The same on every copy, so that two are known to be one.</param>
    /// <returns>True only when the provider said yes; false when this channel doesn't know the person.</returns>
    Task<bool> Page(Person whom, Card card, string key, CancellationToken ct);
}
