namespace IncidentBot.Chat;

/// <summary>Sends mail, for whatever there is to say by mail.</summary>
/// <exception cref="ChatUnavailableException">It may work later: no connection, a time-out, an answer of 4xx.</exception>
/// <exception cref="ChatRefusedException">It will never work: the server refuses the address or the mail with 5xx.</exception>
public interface IMail
{
    /// <summary>Whom mails come from, and answers go to.</summary>
    MailBox From { get; }

    /// <summary>To one person, who sees nobody else's address. Sent again, it is known to be the same by its Message-ID.</summary>
    Task Send(Letter letter, CancellationToken ct);
}

/// <param name="Address">"ada@shop.example".</param>
public sealed record MailBox(string Address, string Name);

/// <param name="Key">Names the letter for good.</param>
/// <param name="Html">The same as the text; what people wrote is escaped in it.</param>
/// <param name="Calendar">Null: it changes nobody's calendar.</param>
public sealed record Letter(MailBox To, string Subject, string Text, string Html, string Key, CalendarPart? Calendar = null);

/// <param name="Method">"REQUEST" or "CANCEL".</param>
/// <param name="Text">iCalendar.</param>
public sealed record CalendarPart(string Method, string Text);

/// <summary>Knows mail addresses of people who are not in the organisation's file, or there without one.</summary>
public interface IAddressBook
{
    /// <returns>Null: it knows none that is vouched for.</returns>
    Task<string?> MailOf(Person who, CancellationToken ct);
}
