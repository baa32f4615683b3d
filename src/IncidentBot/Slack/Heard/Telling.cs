using System.Collections.Concurrent;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Asked;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Replying;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Commands in plain words: somebody names the bot, or writes to it directly.</summary>
public sealed class Telling(Asking asking, Whispers whispers, INotebook notes, Bridge bridge, ICurrentOrganisation organisation) : IHear
{
    const int Most = 1000;
    static readonly TimeSpan Keep = TimeSpan.FromDays(1);

    /// <summary>Who knows already that it takes some minutes.</summary>
    readonly ConcurrentDictionary<string, bool> told = [];

    public Task? Hear(Happened happened, Home home) => happened.What switch
    {
        Event.Mentioned { ByApp: false } one when one.By.Id != home.Bot
            && Addressed.Line(one.Message.Text, home.Bot, organisation.Now.Prefix) is { } line =>
            Tell(new(one.By, new(one.Channel, ""), $"slack/{happened.Id}", line) { Thread = one.Message.Thread, IsTyped = true }),
        Event.Said { Direct: true, ByApp: false, Kind: "" or "thread_broadcast" or "file_share" } one when one.By.Id != home.Bot =>
            Tell(new(one.By, new(one.Channel, ""), $"slack/{happened.Id}",
                Addressed.Line(one.Message.Text, home.Bot, organisation.Now.Prefix) ?? one.Message.Text)
            {
                Thread = one.Message.Thread,
                IsTyped = true,
            }),
        _ => null,
    };

    async Task Tell(Question question)
    {
        try
        {
            await Answer(question);
        }
        catch (NotNowException)
        {
            // Slack says it again; whoever is waiting is told so once.
            if (told.Count >= Most)
                told.Clear();
            if (told.TryAdd(question.Once, true))
                await Say(Sentences.Trying, question);
            throw;
        }
    }

    async Task Answer(Question question)
    {
        var key = $"answered:{question.Once}";
        if (await notes.Read(SlackIds.Platform, key, default) is not null)
            return;
        var asked = asking.Ask(question);
        if (!await bridge.IsSoon(asked))
            await Say(Sentences.Slow, question);
        // What opens a form elsewhere can't do so here: a message is no click.
        await Say(await asked switch
        {
            Reply.Ask { Form: var form } => Sentences.OpenIt(form),
            Reply.Shown { Card: var card } => card,
            _ => Sentences.Unreadable,
        }, question);
        await notes.Write(SlackIds.Platform, key, "yes", Keep, default);
    }

    Task Say(Card card, Question question) => whispers.SayOrSend(question.In!.Id, question.By.Id, question.Thread, card);
}
