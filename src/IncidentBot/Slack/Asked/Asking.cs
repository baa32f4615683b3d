using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Slack.Heard;
using IncidentBot.Slack.Outgoing;
using IncidentBot.Slack.Replying;

namespace IncidentBot.Slack.Asked;

/// <summary>Brings to the desk what somebody in Slack wants, if they may want something.</summary>
public sealed class Asking(Understanding understanding, IDesk desk, HomeTab home, Pointing pointing, Uploads uploads)
{
    /// <summary>Slack's three seconds are bridged by whoever asks.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>With the message that a button is about.</summary>
    /// <param name="message">Null: it is about none.</param>
    public async Task<Question> About(string? message, Question question) =>
        message is null ? question : question with { Quoted = await pointing.Of(message) };

    /// <exception cref="NotNowException">Nothing was done.</exception>
    /// <exception cref="TimeoutException">It may still be done.</exception>
    public async Task<Reply> Ask(Question question)
    {
        // Off the caller's thread at once: nothing on the way may hold up what Slack is told meanwhile.
        await Task.Yield();
        var who = await understanding.Who(question.By);
        if (!who.IsWelcome)
            return new Reply.Shown(Sentences.Refused(who.Standing), Refused: true);
        var reply = await desk.Ask(await understanding.Of(question, who), Patience, default);
        if (reply is not Reply.Shown shown)
            return reply;
        if (!shown.Refused)
            home.Renew(who);
        return shown with { Card = await uploads.BringSoon(shown.Card, default) };
    }
}
