using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Storage;

namespace IncidentBot.Web;

/// <summary>Stands between every surface and the bot: a line in the journal, an answer in time.</summary>
public sealed class Desk(Bot bot, ICurrentOrganisation organisation, Journal journal, TimeProvider clock) : IDesk
{
    /// <summary>Slack hangs up after three seconds.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2.5);

    /// <summary>Given up for good; a slow database gets that long to come back.</summary>
    public static readonly TimeSpan WorkWithin = TimeSpan.FromSeconds(30);

    public Task<Reply> Handle(Invocation call, CancellationToken ct) => Handle(call, AnswerWithin, ct);

    public async Task<Reply> Handle(Invocation call, TimeSpan within, CancellationToken ct)
    {
        try
        {
            return await Ask(call, within, ct);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return Say($"This takes longer than usual; I'm still trying. See in a minute if it was done.");
        }
        catch (StorageUnavailableException)
        {
            return Say($"My database can't be reached at the moment, so nothing was done. Try again in a minute.") with { ForNow = true };
        }
    }

    /// <remarks>Whoever asked may hang up; what they asked for is done all the same, or not at all.</remarks>
    public Task<Reply> Ask(Invocation call, TimeSpan within, CancellationToken ct) =>
        Work(call).WaitAsync(within, clock, ct);

    /// <summary>Always comes to an end and never throws away what went wrong, waited for or not.</summary>
    async Task<Reply> Work(Invocation call)
    {
        var began = clock.GetTimestamp();
        var verb = VerbOf(call.Line, organisation.Now);
        using var span = Traffic.Spans.StartActivity(verb);
        using var limit = new CancellationTokenSource(WorkWithin, clock);
        try
        {
            // Off the caller's thread at once: a store that blocks must not hold the answer up either.
            var reply = await Task.Run(() => bot.Handle(call, limit.Token), limit.Token);
            var about = (reply as Reply.Shown)?.About;
            journal.Note(call.By, verb, call.Surface, about, Outcomes.Of(reply), clock.GetElapsedTime(began));
            return reply;
        }
        catch (Exception failure)
        {
            journal.Failed(call.By, verb, call.Surface, clock.GetElapsedTime(began), failure);
            throw;
        }
    }

    static string VerbOf(string line, Organisation org) =>
        Grammar.Read(Clean.Text(line), org.Prefix).Command?.Usage.Verb ?? "?";

    static Reply.Shown Say(ChatText reason) => new Reply.Shown(AnswerCard.No(reason), Refused: true);
}
