using IncidentBot.Chat;
using IncidentBot.Teams.Drawing;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Replying;
using IncidentBot.Teams.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Asked;

/// <summary>What people write to the bot: done when Teams is told that it arrived, then answered to them alone.</summary>
public sealed class Typing(Understanding understanding, Asking asking, Whispers whispers, Bridge bridge) : ITake
{
    public Task<Response>? Take(Arrival arrival) => arrival switch
    {
        Typed typed => OrSorry(typed.About, () => Take(typed)),
        Sent sent when sent.Data.Has(TeamsPlace.Key) => OrSorry(sent.About, () => Fill(sent)),
        Sent sent when sent.Data.TextOrNull("line") is { } line => OrSorry(sent.About, () => Press(sent, line)),
        _ => null,
    };

    /// <summary>Teams may never send it again; whoever wrote it can, once they know that nothing was done.</summary>
    async Task<Response> OrSorry(Activity about, Func<Task<Response>> take)
    {
        try
        {
            return await take();
        }
        catch (NotNowException) when (!about.By.IsBot)
        {
            bridge.Follow(ct => whispers.Card(about, Sentences.NotNow, ct));
            return new Response.Taken();
        }
    }

    async Task<Response> Take(Typed typed)
    {
        var question = await understanding.Of(typed.About, typed.Said);
        return Answer(typed.About, question, new(await asking.Ask(question, Asking.InTime), new("", "", "")));
    }

    /// <summary>A form or a button of a card, from a client that knows no other way.</summary>
    async Task<Response> Fill(Sent sent)
    {
        var question = await understanding.Of(sent.About, "");
        return Answer(sent.About, question, await asking.Fill(question, sent.Data, Asking.InTime));
    }

    async Task<Response> Press(Sent sent, string line)
    {
        var question = await understanding.Of(sent.About, line);
        return Answer(sent.About, question, new(await asking.Ask(question, Asking.InTime), new("", "", "")));
    }

    Response.Taken Answer(Activity about, Question question, Filled filled)
    {
        // Bots that answer each other never end.
        if (question.By.Standing != Standing.Bot)
            bridge.Follow(ct => filled.Reply switch
            {
                Reply.Shown shown => whispers.Card(about, question.By, shown.Card, ct),
                Reply.Ask ask => whispers.Form(
                    about, question.By, ask.Form.Title,
                    TeamsForm.Card(ask.Form, filled.Next(question, ask.Form), asking.Org, filled.Errors, filled.Answers), ct),
                _ => Task.CompletedTask,
            });
        return new();
    }
}
