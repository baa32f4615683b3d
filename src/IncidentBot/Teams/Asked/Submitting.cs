using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Teams.Drawing;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.Replying;
using IncidentBot.Teams.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Asked;

/// <summary>Forms in dialogs: opened by a button, closed when it is done, kept open while something is wrong.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots</remarks>
public sealed class Submitting(Understanding understanding, Asking asking, Whispers whispers, Bridge bridge) : ITake
{
    public Task<Response>? Take(Arrival arrival) => arrival switch
    {
        Opened { Data: var data } opened => data.TextOrNull("line") is { } line
            ? Open(opened.About, line)
            : Task.FromResult<Response>(new Response.Taken(InvokeAnswers.Words(Sentences.Stale))),
        Submitted submitted => Send(submitted.About, submitted.Data),
        _ => null,
    };

    /// <param name="on">The message it is about; null: none.</param>
    public async Task<Response> Open(Activity about, string line, Quote? on = null)
    {
        var question = await Asked(about, line, on);
        return new Response.Taken(await asking.Ask(question, Asking.AtOnce) switch
        {
            Reply.Ask { Form: var form } => Dialog(question, form),
            Reply.Shown shown => InvokeAnswers.Words(InvokeAnswers.Plain(shown.Card)),
            _ => InvokeAnswers.Closed,
        });
    }

    public JsonObject Dialog(Question question, Form form) =>
        InvokeAnswers.Dialog(TeamsForm.Dialog(form, Asking.Place(question, form), asking.Org));

    public async Task<Response> Send(Activity about, JsonElement data, Quote? on = null)
    {
        var question = await Asked(about, "", on);
        var filled = await asking.Fill(question, data, Asking.AtOnce);
        return new Response.Taken(filled.Reply switch
        {
            Reply.Ask ask => InvokeAnswers.Dialog(
                TeamsForm.Dialog(ask.Form, filled.Next(question, ask.Form), asking.Org, filled.Errors, filled.Answers)),
            // A dialog gives way to the answer, and with it what was typed: it comes back in a form that needs no database.
            Reply.Shown { ForNow: true } away => InvokeAnswers.Dialog(
                TeamsForm.Dialog(Unsent.Form(away.Card, filled.Place.Line, filled.Answers ?? Unsent.Nothing), filled.Place, asking.Org)),
            Reply.Shown { Refused: true } no => InvokeAnswers.Words(InvokeAnswers.Plain(no.Card)),
            Reply.Shown shown => Close(about, question, shown.Card),
            _ => InvokeAnswers.Closed,
        });
    }

    public async Task<Question> Asked(Activity about, string line, Quote? on) =>
        await understanding.Of(about, line) is var question && on is null ? question : question with { Asked = question.Asked with { Quoted = on } };

    JsonObject? Close(Activity about, Question question, Card card)
    {
        bridge.Follow(ct => whispers.Card(about, question.By, card, ct));
        return InvokeAnswers.Closed;
    }
}
