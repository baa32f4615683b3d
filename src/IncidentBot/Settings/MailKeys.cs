using System.Globalization;
using System.Net.Mail;

namespace IncidentBot.Settings;

/// <summary>The keys under <c>Mail</c>: off without a host.</summary>
internal static class MailKeys
{
    public static readonly Setting<string> Host = Setting.Text(
        "Mail:Host", null, "the name of a mail server, such as smtp.example.org",
        written => Uri.CheckHostName(written) != UriHostNameType.Unknown);

    public static readonly Setting<int?> Port = new(
        "Mail:Port", "587", "a port from 1 to 65535",
        written => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65_535 ? port : null);

    public static readonly Setting<string> Security = Setting.Text(
        "Mail:Security", "auto", "auto, starttls, tls or none", written => written.ToLowerInvariant() is "auto" or "starttls" or "tls" or "none");

    public static readonly Setting<string> User = Setting.Text("Mail:User", null, "the name of an account", written => written.Length <= 200);

    public static readonly Setting<string> Password = Setting.Text(
        "Mail:Password", null, "a password without control characters", written => !written.Any(char.IsControl)) with
    { Secret = true };

    public static readonly Setting<MailAddress> From = new(
        "Mail:From", null, "a mail address, such as incidents@example.org or IncidentBot <incidents@example.org>", Read);

    /// <summary>In the order of the example.</summary>
    public static readonly IReadOnlyList<Setting> All = [Host, Port, Security, User, Password, From];

    /// <summary>What is wrong with several values together.</summary>
    public static IEnumerable<string> Flaws(IConfiguration configuration)
    {
        if (Host.IsSet(configuration) && !From.IsSet(configuration))
            yield return "Mail:From is missing: mails need an address that they come from.";
        if (User.IsSet(configuration) != Password.IsSet(configuration))
            yield return $"{(User.IsSet(configuration) ? "Mail:Password" : "Mail:User")} is missing: to sign in at the mail server takes both.";
        if (!Host.IsSet(configuration) && User.IsSet(configuration))
            yield return "Mail:Host is missing: without it no mail is sent.";
    }

    /// <returns>Null: it is no address that a mail can bear.</returns>
    internal static MailAddress? Read(string written) =>
        MailAddress.TryCreate(written, out var address) && address.Address.All(letter => letter is > ' ' and < '\x7f')
            && !address.DisplayName.Any(letter => char.IsControl(letter) || letter is '<' or '>') ? address : null;
}
