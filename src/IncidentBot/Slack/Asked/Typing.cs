using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Replying;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Answers the slash command, in the request itself while Slack waits for it, else where Slack takes it later.</summary>
public sealed class Typing(Asking asking, Forms forms, ReplyAddresses addresses, Bridge bridge, ICurrentOrganisation organisation) : ITake
{
    public Task<Response>? Take(Arrival arrival) => arrival is Typed typed ? Take(typed) : null;

    async Task<Response> Take(Typed typed)
    {
        return new Response.Taken(await bridge.Within(
            async () => await Answer(typed) is { } card ? Shown(card) : null, Shown,
            late => late is JsonObject message ? addresses.Post(typed.ReplyTo, message) : Task.CompletedTask));
    }

    /// <returns>Null: a form is open.</returns>
    async Task<Card?> Answer(Typed typed)
    {
        var once = typed.Trigger == "" ? $"{Guid.NewGuid()}" : typed.Trigger;
        var question = new Question(typed.By, typed.In, $"slack/{once}", typed.Text) { IsTyped = true };
        return await asking.Ask(question) switch
        {
            Reply.Ask { Form: var form } => await forms.Open(form, typed.Trigger, question) ? null : Sentences.OpenIt(form),
            Reply.Shown { Card: var card } => card,
            _ => Sentences.Unreadable,
        };
    }

    JsonObject Shown(Card card) => ReplyAddresses.Ephemeral(card, organisation.Now);
}
