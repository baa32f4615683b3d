using System.Net;
using IncidentBot.Chat;
using IncidentBot.Settings;
using MailKit.Security;

namespace IncidentBot.Mail;

/// <summary>How the mail server is reached.</summary>
/// <param name="User">Null: it asks nobody who they are.</param>
sealed record SmtpSettings(string Host, int Port, SecureSocketOptions Security, string? User, string? Password, MailBox From)
{
    /// <summary>For one answer of the server.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Whether a password may be said without TLS: where that was asked for, and where nobody can listen.</summary>
    public bool MaySpeakOpenly => Security == SecureSocketOptions.None || Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <returns>Null: mail is off.</returns>
    public static SmtpSettings? In(IConfiguration configuration) =>
        MailKeys.Host.In(configuration) is { } host && MailKeys.From.In(configuration) is { } from
            ? new(
                host, MailKeys.Port.In(configuration)!.Value,
                MailKeys.Security.In(configuration)!.ToLowerInvariant() switch
                {
                    "starttls" => SecureSocketOptions.StartTls,
                    "tls" => SecureSocketOptions.SslOnConnect,
                    "none" => SecureSocketOptions.None,
                    _ => SecureSocketOptions.Auto,
                },
                MailKeys.User.In(configuration), MailKeys.Password.In(configuration),
                new(from.Address, from.DisplayName == "" ? "IncidentBot" : from.DisplayName))
            : null;
}
