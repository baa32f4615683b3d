using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Replying;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Does what a button says, and shows what came of it where the button is.</summary>
public sealed class Pressing(Asking asking, Modals modals, ReplyAddresses addresses, Whispers whispers, Bridge bridge) : ITake
{
    readonly Forms forms = new(modals);

    public Task<Response>? Take(Arrival arrival) => arrival is not Pressed pressed ? null
        : IsButton(pressed) ? Take(pressed)
        : Task.FromResult<Response>(new Response.Taken());

    async Task<Response> Take(Pressed pressed)
    {
        // What is answered here Slack doesn't read; all there is to say goes its own way.
        await bridge.Within(() => Do(pressed), card => Meanwhile(pressed, card), _ => Task.CompletedTask);
        return new Response.Taken();
    }

    async Task<JsonNode?> Do(Pressed pressed)
    {
        var place = pressed.Window is { } window ? SlackPlace.Read(window.Metadata) : null;
        var question = await asking.About(SlackButtons.MessageOf(pressed.Action), new(
            pressed.By, pressed.In ?? (place is { Room: not "" } ? new(place.Room, "") : null),
            $"slack/{pressed.At}/{pressed.By.Id}/{pressed.Action}", pressed.Value));
        var reply = await asking.Ask(question);
        if (reply is Reply.Ask { Form: var form } && await Open(form, pressed, question))
            return null;
        var card = reply switch
        {
            Reply.Ask { Form: var late } => Sentences.OpenIt(late, question.Quoted),
            Reply.Shown { Card: var shown } => shown,
            _ => Sentences.Unreadable,
        };
        if (!await Show(card, pressed, question))
            await whispers.Send(pressed.By.Id, card);
        return null;
    }

    Task<bool> Open(Form form, Pressed pressed, Question question) => pressed.Window is { IsHome: false } below
        ? forms.Add(form, pressed.Trigger, below, question)
        : forms.Open(form, pressed.Trigger, question);

    Task<bool> Show(Card card, Pressed pressed, Question question)
    {
        var sheet = () => modals.Of(card, new("", question.In?.Id ?? "", question.Once));
        return pressed.Window switch
        {
            null => addresses.Post(pressed.ReplyTo, card, pressed.Private),
            { IsHome: true } => modals.Open(pressed.Trigger, sheet()),
            var open => modals.Update(open, sheet()),
        };
    }

    JsonNode? Meanwhile(Pressed pressed, Card card)
    {
        // Beside what was clicked, which the answer may yet replace.
        bridge.Follow(pressed.Window is null ? addresses.Post(pressed.ReplyTo, card, false) : whispers.Send(pressed.By.Id, card));
        return null;
    }

    /// <summary>Other elements only choose; what was chosen comes with the form.</summary>
    static bool IsButton(Pressed pressed) => pressed.Value != "" && SlackButtons.IsOne(pressed.Action);
}
