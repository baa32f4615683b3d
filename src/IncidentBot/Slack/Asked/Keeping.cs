using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Replying;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Puts a message on a timeline: that of the channel's incident, else of the one that is chosen.</summary>
public sealed class Keeping(Asking asking, Quoting quoting, ClickAnswers answers, Bridge bridge, OpenIncidents open) : ITake
{
    const string AddToTimeline = "add_to_timeline";

    public Task<Response>? Take(Arrival arrival) =>
        arrival is Chosen { Shortcut: AddToTimeline, In: not null, Message: not null } chosen ? Take(chosen) : null;

    async Task<Response> Take(Chosen chosen)
    {
        await bridge.Within(() => Do(chosen), card => answers.Meanwhile(chosen, card), _ => Task.CompletedTask);
        return new Response.Taken();
    }

    async Task<JsonNode?> Do(Chosen chosen)
    {
        var question = new Question(chosen.By, chosen.In, $"slack/{chosen.At}/{chosen.By.Id}/{chosen.Shortcut}", "note")
        {
            Quoted = await quoting.Of(chosen.In!.Id, chosen.Message!),
            Thread = chosen.Message!.Thread,
        };
        // In a thread it may be the card above that says which; only the bot knows.
        var reply = question.Thread is not null || await open.Has(chosen.In.Id, chosen.By) ? await asking.Ask(question) : null;
        await answers.Bring(reply is null or Reply.Shown { Refused: true, About: null } ? await Asked(chosen) : reply, chosen, question);
        return null;
    }

    async Task<Reply> Asked(Chosen chosen) => await open.Of(chosen.By) switch
    {
        null => new Reply.Shown(Sentences.Refused(Standing.Stranger), Refused: true),
        [] => new Reply.Shown(Sentences.NothingOpen, Refused: true),
        var some => new Reply.Ask(Which.Form("Add to timeline", "note", "Add", some)),
    };
}
