using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Replying;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Shows what came of a shortcut: as a modal, where it was chosen, or else in a direct message.</summary>
public sealed class ClickAnswers(Modals modals, ReplyAddresses addresses, Whispers whispers, Bridge bridge, Pointing pointing)
{
    readonly Forms forms = new(modals);

    public async Task Bring(Reply reply, Chosen chosen, Question question)
    {
        if (reply is Reply.Ask { Form: var form } && !await forms.Open(form, chosen.Trigger, question))
        {
            if (question.Quoted is { } message)
                await pointing.Keep(message);
            await Show(Which.Card(form, question.Quoted) ?? Sentences.OpenIt(form, question.Quoted), chosen);
        }
        else if (reply is Reply.Shown { Card: var card } && (chosen.ReplyTo is not null || !await Open(card, chosen, question)))
            await Show(card, chosen);
    }

    public JsonNode? Meanwhile(Chosen chosen, Card card)
    {
        bridge.Follow(Show(card, chosen));
        return null;
    }

    Task<bool> Open(Card card, Chosen chosen, Question question) =>
        modals.Open(chosen.Trigger, modals.Of(card, new("", question.In?.Id ?? "", question.Once)));

    async Task Show(Card card, Chosen chosen)
    {
        if (!await addresses.Post(chosen.ReplyTo, card, replace: false))
            await whispers.Send(chosen.By.Id, card);
    }
}
