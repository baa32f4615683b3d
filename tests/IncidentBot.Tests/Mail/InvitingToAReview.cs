using Ical.Net;
using Ical.Net.CalendarComponents;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Support;
using MailKit.Security;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Mail;

public sealed class InvitingToAReview : IAsyncDisposable
{
    static readonly MailBox From = new("incidents@shop.example", "IncidentBot");

    readonly FakeSmtp server = new();

    static Organisation Org(params IReadOnlyList<Member> others) => new()
    {
        People = [new(Ada, [new("slack", "ada")], "ada@shop.example", "Europe/Berlin"), new(Grace, [new("slack", "grace")], "grace@shop.example", null), .. others],
        Rights = new Dictionary<Right, Holders>(Defaults.Rights) { [Right.SeePrivate] = Holders.Nobody },
    };

    SmtpMail Mail(string? user = null, SecureSocketOptions security = SecureSocketOptions.Auto) => new(
        new("127.0.0.1", server.Port, security, user, user is null ? null : "a-secret-word", From), new FakeTimeProvider(BotHarness.Start));

    async Task<BotHarness> Bot(string title = "checkout is down", Organisation? org = null, IReadOnlyList<IAddressBook>? books = null, string database = "sqlite")
    {
        var bot = await BotHarness.Mailing(database, Mail(), org ?? Org(), books ?? []);
        await bot.Says(Ada, $"declare {title}");
        await bot.Says(Grace, "join INC-1");
        await bot.Says(Ada, "resolve INC-1 made room");
        return bot;
    }

    static string Text(MimeMessage mail) => mail.TextBody!.ReplaceLineEndings("\n");

    /// <summary>The invitation in a mail, as a calendar reads it, and the method that stands outside of it.</summary>
    static (Calendar Calendar, CalendarEvent Entry, string Outside) Entry(MimeMessage mail)
    {
        var part = Assert.IsType<TextPart>(Assert.IsType<MultipartAlternative>(mail.Body)[2]);
        Assert.Equal("text/calendar", part.ContentType.MimeType);
        var calendar = Calendar.Load(part.Text)!;
        return (calendar, Assert.Single(calendar.Events), part.ContentType.Parameters["method"]!);
    }

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Asks_moves_and_cancels_in_everybodys_calendar(string database)
    {
        var bot = await Bot(database: database);
        Assert.Contains("Invitations go by mail to Ada, Grace.", await bot.Says(Ada, "review INC-1 2030-01-31 14:05"));
        await bot.Says(Ada, "review INC-1 2030-02-01 09:00");
        await bot.Says(Ada, "review INC-1 waive it is clear");
        await bot.Says(Ada, "review INC-1 2030-02-02 09:00");

        var mails = server.To("grace@shop.example");
        Assert.Equal(
            ["Review of INC-1: checkout is down", "Moved: Review of INC-1: checkout is down", "Canceled: Review of INC-1: checkout is down", "Review of INC-1: checkout is down"],
            mails.Select(mail => mail.Subject));
        var entries = mails.Select(Entry).ToArray();
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL", "REQUEST"], entries.Select(one => one.Calendar.Method));
        Assert.Equal(entries.Select(one => one.Calendar.Method), entries.Select(one => one.Outside));
        Assert.Equal([0, 1, 2, 3], entries.Select(one => one.Entry.Sequence));
        Assert.Single(entries.Select(one => one.Entry.Uid).Distinct());
        Assert.Equal(new DateTime(2030, 2, 1, 9, 0, 0, DateTimeKind.Utc), entries[1].Entry.Start!.AsUtc);
        Assert.Equal("CANCELLED", entries[2].Entry.Status);
        var (organizer, attendee) = (entries[0].Entry.Organizer!, Assert.Single(entries[0].Entry.Attendees));
        Assert.Equal(("mailto:incidents@shop.example", "mailto:grace@shop.example"), ($"{organizer.Value}", $"{attendee.Value}"));
        Assert.Equal((true, "NEEDS-ACTION"), (attendee.Rsvp, attendee.ParticipationStatus));
        Assert.Equal(4, server.To("ada@shop.example").Count);
        Assert.Distinct(server.Taken.Select(mail => mail.MessageId));
        Assert.Equal(8, (await bot.Delivered()).Count(one => one is { Channel: "mail", Outcome: "delivered" }));
    }

    [Fact]
    public async Task Says_it_in_words_and_in_their_own_time_too()
    {
        var bot = await Bot();
        await bot.Says(Ada, "review INC-1 2030-01-31 14:05");

        var mail = Assert.Single(server.To("ada@shop.example"));
        Assert.Contains("When: Thursday, 2030-01-31 15:05 (Europe/Berlin), 2030-01-31 14:05 UTC\nWho: Ada, Grace\n", Text(mail));
        Assert.Contains("http://localhost:3978/incidents/INC-1", Text(mail));
        Assert.Contains("<a href=\"http://localhost:3978/incidents/INC-1\"", mail.HtmlBody);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
    }

    [Fact]
    public async Task Lets_no_title_add_a_header_a_line_or_a_tag()
    {
        var bot = await Bot("""<b onclick=x>pay</b> & "quote"; ATTENDEE:mailto:eve@example.org Bcc: eve@example.org""");
        await bot.Says(Ada, "review INC-1 2030-01-31 14:05");

        var mail = server.To("grace@shop.example").Single();
        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain("<b onclick", mail.HtmlBody);
        Assert.Contains("&lt;b onclick", mail.HtmlBody);
        Assert.Single(Entry(mail).Entry.Attendees);
        Assert.DoesNotContain(server.Heard, line => line.Contains("eve@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Breaks_no_header_whatever_is_handed_to_it()
    {
        await Mail().Send(new(new("ada@shop.example", "Ada\r\nBcc: eve@example.org"), "One\r\nBcc: eve@example.org", "text", "<p>text</p>", "key"), default);

        Assert.Empty(Assert.Single(server.Taken).Bcc);
        Assert.DoesNotContain(server.Heard, line => line.Contains("eve@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tries_one_again_that_is_put_off_and_the_others_have_theirs()
    {
        var bot = await Bot();
        server.Says = line => line.Contains("RCPT TO:<grace", StringComparison.Ordinal) ? "451 later" : null;
        await bot.Says(Ada, "review INC-1 2030-01-31 14:05");
        Assert.Empty(server.To("grace@shop.example"));
        Assert.Single(server.To("ada@shop.example"));
        server.Says = _ => null;
        await bot.Wait(TimeSpan.FromMinutes(3));

        Assert.Single(server.To("grace@shop.example"));
        Assert.Single(server.To("ada@shop.example"));
    }

    [Theory]
    [InlineData("EHLO", "")]
    [InlineData("MAIL", "421 busy")]
    [InlineData("<data>", "452 full")]
    public async Task Tries_again_what_failed_on_the_way_under_the_same_message_id(string at, string says)
    {
        var letter = new Letter(new("ada@shop.example", "Ada"), "One", "text", "<p>text</p>", "key");
        server.Says = line => line.StartsWith(at, StringComparison.Ordinal) ? says : null;
        await Assert.ThrowsAsync<ChatUnavailableException>(() => Mail().Send(letter, default));
        server.Says = _ => null;
        await Mail().Send(letter, default);
        await Mail().Send(letter, default);

        Assert.Single(server.Taken.Select(mail => mail.MessageId).Distinct());
    }

    [Fact]
    public async Task Gives_up_what_is_refused_and_tells_the_owner_once()
    {
        var bot = await Bot();
        server.Says = line => line.Contains("RCPT TO:<grace", StringComparison.Ordinal) ? "550 no such user" : null;
        await bot.Says(Ada, "review INC-1 2030-01-31 14:05");
        await bot.Says(Ada, "review INC-1 2030-02-01 09:00");
        await bot.Wait(TimeSpan.FromMinutes(10));

        Assert.Single(bot.Chat.Messages, message => $"{message.Card.Title}".Contains("doesn't reach Grace", StringComparison.Ordinal));
        Assert.Equal("The mail server refuses it (550).", (await bot.Delivered()).First(one => one.Outcome == "undeliverable").Detail);
        Assert.Equal(2, server.Heard.Count(line => line.Contains("RCPT TO:<grace", StringComparison.Ordinal)));
        Assert.Equal(2, server.To("ada@shop.example").Count);
    }

    [Fact]
    public async Task Finds_addresses_that_only_a_platform_knows()
    {
        var bot = await Bot(books: [new Book("slack:kofi", "kofi@shop.example")]);
        await bot.Says(Kofi, "join INC-1");
        await bot.Says(new("api:token", "API"), "join INC-1");
        Assert.Contains("Invitations go by mail to Ada, Grace, and to Kofi if their profile has an address.", await bot.Says(Ada, "review INC-1 2030-01-31 14:05"));
        await bot.Says(new("slack:U0OTHER", "Somebody"), "join INC-1");

        Assert.Single(server.To("kofi@shop.example"));
        Assert.Equal(3, server.Taken.Count);
    }

    [Fact]
    public async Task Invites_who_takes_part_only_later_and_nobody_twice()
    {
        var bot = await Bot();
        await bot.Says(Ada, "review INC-1 2030-01-31 14:05");
        await bot.Says(Ada, "followup INC-1 alert on full disks");
        await bot.Says(Kofi, "followup INC-1 1 take");
        Assert.Equal(2, server.Taken.Count);
    }

    [Fact]
    public async Task Of_a_private_incident_only_its_members_are_asked_and_others_hear_no_more_than_that_it_is_off()
    {
        var bot = await Bot(org: Org(new Member(Kofi, [new("slack", "kofi")], "kofi@shop.example", null)));
        await bot.Says(Kofi, "review INC-1 2030-01-31 14:05");
        Assert.Equal(3, server.Taken.Count);
        await bot.Says(Ada, "private INC-1 on");

        var off = server.To("kofi@shop.example")[^1];
        Assert.Equal((4, "Canceled: a review"), (server.Taken.Count, off.Subject));
        Assert.Equal("CANCEL", Entry(off).Calendar.Method);
        Assert.DoesNotContain("checkout", $"{off.TextBody}{off.HtmlBody}{Entry(off).Entry.Summary}{Entry(off).Entry.Url}");
        Assert.DoesNotContain("INC-1", $"{off.TextBody}{off.HtmlBody}{Entry(off).Entry.Summary}{Entry(off).Entry.Description}{Entry(off).Entry.Url}");

        await bot.Says(Ada, "declare --private the ledger leaks");
        await bot.Says(Ada, "resolve INC-2 done");
        await bot.Says(Ada, "review INC-2 2030-01-31 14:05");
        Assert.Single(server.Taken, mail => mail.Subject!.Contains("INC-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_nothing_of_a_meeting_that_never_was_or_is_over()
    {
        var bot = await Bot();
        await bot.Says(Ada, "review INC-1 waive it is clear");
        await bot.Says(Ada, "review INC-1 today 05:00");
        var before = server.Taken.Count;
        await bot.Wait(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        await bot.Says(Ada, "review INC-1 waive it is over");

        Assert.Equal(2, before);
        Assert.Equal(2, server.Taken.Count);
    }

    [Fact]
    public async Task Says_that_mail_is_off()
    {
        var bot = await Bot();
        bot.Org = bot.Org with { SendsMail = false };
        Assert.Contains("Nobody is invited by mail, because mail is not set up", await bot.Says(Ada, "review INC-1 2030-01-31 14:05"));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task Signs_in_where_the_server_asks_and_says_no_password_without_tls_to_another_machine()
    {
        await Mail("bot").Send(new(new("ada@shop.example", "Ada"), "One", "text", "<p>text</p>", "key"), default);
        Assert.Contains(server.Heard, line => line.StartsWith("AUTH PLAIN", StringComparison.Ordinal));

        server.Says = line => line.StartsWith("AUTH", StringComparison.Ordinal) ? "535 no" : null;
        var no = await Assert.ThrowsAsync<ChatUnavailableException>(() => Mail("bot").Send(new(new("ada@shop.example", "Ada"), "One", "text", "", "key"), default));
        Assert.Equal("The mail server doesn't let the bot in: see Mail:User and Mail:Password.", no.Message);
        Assert.False(new SmtpSettings("smtp.example.org", 587, SecureSocketOptions.Auto, "bot", "x", From).MaySpeakOpenly);
        await Assert.ThrowsAsync<ChatUnavailableException>(() => Mail(security: SecureSocketOptions.StartTls).Send(new(new("ada@shop.example", "Ada"), "One", "text", "", "key"), default));
    }

    sealed class Book(string id, string mail) : IAddressBook
    {
        public Task<string?> MailOf(Person who, CancellationToken ct) => Task.FromResult(who.Id == id ? mail : null);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
