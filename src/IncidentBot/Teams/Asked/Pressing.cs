using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Teams.Drawing;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.Replying;
using IncidentBot.Teams.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Asked;

/// <summary>Does what a button of a card says, takes forms that stand in a conversation, and gives cards their newest.</summary>
/// <remarks>
/// What an invoke is answered with only whoever pressed sees; the card that everybody sees is edited by its errand.
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
/// </remarks>
public sealed class Pressing(Understanding understanding, Asking asking, Whispers whispers, Bridge bridge) : ITake
{
    public Task<Response>? Take(Arrival arrival) => arrival is Pressed pressed ? Take(pressed) : null;

    async Task<Response> Take(Pressed pressed) => new Response.Taken(pressed.Verb switch
    {
        TeamsButtons.Verb when pressed.Data.TextOrNull("line") is { } line => await Do(pressed.About, line),
        TeamsForm.Verb when TeamsPlace.Read(pressed.Data) is not null => await Send(pressed),
        // Whatever a card says, by itself it only asks.
        TeamsRefresh.Verb when pressed.Data.TextOrNull("line") is { } line && asking.IsQuery(line) => await Renew(pressed.About, line),
        _ => InvokeAnswers.Failed(Sentences.Stale),
    });

    async Task<JsonObject> Do(Activity about, string line)
    {
        var question = await understanding.Of(about, line);
        return await asking.Ask(question, Asking.AtOnce) switch
        {
            Reply.Shown { Refused: true } no => InvokeAnswers.Beside(InvokeAnswers.Plain(no.Card)),
            Reply.Shown shown => await Show(about, question, shown),
            Reply.Ask ask => Form(about, question, ask.Form),
            _ => InvokeAnswers.Failed(Sentences.Stale),
        };
    }

    async Task<JsonObject> Send(Pressed pressed)
    {
        var question = await understanding.Of(pressed.About, "");
        var filled = await asking.Fill(question, pressed.Data, Asking.AtOnce);
        return filled.Reply switch
        {
            Reply.Shown { Refused: true } no => InvokeAnswers.Beside(InvokeAnswers.Plain(no.Card)),
            Reply.Shown shown => InvokeAnswers.InPlace(TeamsCard.Content(shown.Card, asking.Org)),
            Reply.Ask ask => InvokeAnswers.InPlace(
                TeamsForm.Card(ask.Form, filled.Next(question, ask.Form), asking.Org, filled.Errors, filled.Answers)),
            _ => InvokeAnswers.Failed(Sentences.Stale),
        };
    }

    async Task<JsonObject> Renew(Activity about, string line) =>
        await asking.Ask(await understanding.Of(about, line), Asking.AtOnce) is Reply.Shown { Refused: false } shown
            ? InvokeAnswers.InPlace(TeamsCard.Content(shown.Card, asking.Org, new(line, [about.By.Id])))
            : InvokeAnswers.Failed(Sentences.NothingNewer);

    /// <summary>Between the bot and one person a card is theirs and gives way; where others see it, it stays.</summary>
    async Task<JsonObject> Show(Activity about, Question question, Reply.Shown shown)
    {
        if (about.In.Kind == PlaceKind.Personal)
            return InvokeAnswers.InPlace(TeamsCard.Content(shown.Card, asking.Org));
        if (asking.IsQuery(question.Asked.Line) || shown.About is not { } reference)
        {
            bridge.Follow(ct => whispers.Card(about, question.By, shown.Card, ct));
            return InvokeAnswers.Beside(Sentences.Below);
        }
        var line = $"show {reference}";
        return await asking.Ask(question.Also(line, "show"), Asking.AtOnce) is Reply.Shown { Refused: false } newest
            ? InvokeAnswers.InPlace(TeamsCard.Content(newest.Card, asking.Org, new(line, [about.By.Id])))
            : InvokeAnswers.Beside(InvokeAnswers.Plain(shown.Card));
    }

    /// <summary>No dialog opens from here. A card that others see is edited now and then, which would take what was typed.</summary>
    JsonObject Form(Activity about, Question question, Form form)
    {
        var card = TeamsForm.Card(form, Asking.Place(question, form), asking.Org);
        if (about.In.Kind == PlaceKind.Personal)
            return InvokeAnswers.InPlace(card);
        bridge.Follow(ct => whispers.Form(about, question.By, form.Title, card, ct));
        return InvokeAnswers.Beside(Sentences.FillInBelow);
    }
}
