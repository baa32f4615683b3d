using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Jobs;

/// <summary>Sends mail, where it is set up, to people by whichever address is known of them.</summary>
public sealed class PostOffice(IEnumerable<IMail> mail, IEnumerable<IAddressBook> books, TimeProvider clock)
{
    public Breaker Breaker { get; } = new(clock);

    /// <exception cref="ChatRefusedException">Mail is not set up.</exception>
    public IMail Mail => mail.FirstOrDefault() ?? throw new ChatRefusedException("Mail is not set up.");

    /// <summary>What the organisation's file says goes first.</summary>
    /// <returns>Null: nobody knows one.</returns>
    public async Task<MailBox?> BoxOf(Person who, Organisation org, CancellationToken ct)
    {
        if (org.FindMember(who.Id)?.Mail is { } written)
            return new(written, who.Name);
        foreach (var book in books)
            if (await book.MailOf(who, ct) is { } found)
                return new(found, who.Name);
        return null;
    }

    public Task Send(Letter letter, CancellationToken ct) => Breaker.Try(async () =>
    {
        await Mail.Send(letter, ct);
        return true;
    });
}
