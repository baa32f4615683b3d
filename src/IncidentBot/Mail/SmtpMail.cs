using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Chat;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace IncidentBot.Mail;

/// <summary>Mail over SMTP. One connection for each letter, so that none suffers from another.</summary>
sealed class SmtpMail(SmtpSettings settings, TimeProvider clock) : IMail
{
    public MailBox From => settings.From;

    public async Task Send(Letter letter, CancellationToken ct)
    {
        using var message = Message(letter);
        try
        {
            // Whether a certificate was revoked is asked of its issuer, whom a server behind a firewall can't reach.
            using var client = new SmtpClient { Timeout = (int)SmtpSettings.Patience.TotalMilliseconds, CheckCertificateRevocation = false };
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, ct);
            await SignIn(client, ct);
            await client.SendAsync(message, ct);
            await Leave(client);
        }
        catch (Exception failure) when (Read(failure, ct) is { } read)
        {
            throw read;
        }
    }

    async Task SignIn(SmtpClient client, CancellationToken ct)
    {
        if (settings is not { User: { } user, Password: { } password })
            return;
        if (!client.IsSecure && !settings.MaySpeakOpenly)
            throw new ChatUnavailableException("The mail server offers no TLS, so it is told no password; set Mail:Security to none if it shall be.");
        await client.AuthenticateAsync(user, password, ct);
    }

    /// <summary>What was taken is taken, however the goodbye goes.</summary>
    static async Task Leave(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or SocketException or CommandException or ProtocolException)
        {
        }
    }

    MimeMessage Message(Letter letter)
    {
        var body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = letter.Text },
            new TextPart(TextFormat.Html) { Text = letter.Html },
        };
        if (letter.Calendar is { } calendar)
        {
            // The same method here and within it, or calendars show no buttons: https://www.rfc-editor.org/rfc/rfc6047#section-2.4
            var part = new TextPart("calendar") { Text = calendar.Text, ContentTransferEncoding = ContentEncoding.Base64 };
            part.ContentType.Parameters.Add("method", calendar.Method);
            body.Add(part);
        }
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = clock.GetUtcNow(),
            MessageId = $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter.Key)))[..40]}@{settings.From.Address.Split('@')[^1]}",
            Body = body,
        };
        message.From.Add(new MailboxAddress(settings.From.Name, settings.From.Address));
        message.To.Add(new MailboxAddress(letter.To.Name, letter.To.Address));
        // Absence notes don't answer what says so: https://www.rfc-editor.org/rfc/rfc3834
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    /// <summary>Later or never; what the server says may hold an address and is not passed on.</summary>
    static Exception? Read(Exception failure, CancellationToken ct) => failure switch
    {
        SmtpCommandException { StatusCode: SmtpStatusCode.AuthenticationRequired or SmtpStatusCode.AuthenticationInvalidCredentials } or AuthenticationException =>
            new ChatUnavailableException("The mail server doesn't let the bot in: see Mail:User and Mail:Password.", inner: failure),
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } no when (int)no.StatusCode >= 500 =>
            new ChatRefusedException($"The mail server takes nothing from Mail:From ({(int)no.StatusCode}).", failure),
        SmtpCommandException no when (int)no.StatusCode >= 500 => new ChatRefusedException($"The mail server refuses it ({(int)no.StatusCode}).", failure),
        SmtpCommandException no => new ChatUnavailableException($"The mail server says {(int)no.StatusCode}.", inner: failure),
        SslHandshakeException => new ChatUnavailableException("There is no trusted TLS with the mail server: see Mail:Security and its certificate.", inner: failure),
        NotSupportedException => new ChatUnavailableException("The mail server offers no TLS, or no way to sign in: see Mail:Security and Mail:User.", inner: failure),
        ProtocolException or IOException or SocketException or TimeoutException => new ChatUnavailableException("The mail server can't be reached.", inner: failure),
        OperationCanceledException when !ct.IsCancellationRequested => new ChatUnavailableException("The mail server takes too long.", inner: failure),
        _ => null,
    };
}
