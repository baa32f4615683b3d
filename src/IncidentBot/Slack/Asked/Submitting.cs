using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Replying;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Takes a form that was filled in: closes it, or says at which field what is wrong.</summary>
/// <remarks>https://docs.slack.dev/surfaces/modals#response_actions</remarks>
public sealed class Submitting(Asking asking, Modals modals, Whispers whispers, Bridge bridge) : ITake
{
    const int LongestReason = 500;

    readonly Forms forms = new(modals);

    public Task<Response>? Take(Arrival arrival) => arrival is Submitted submitted ? Take(submitted) : null;

    async Task<Response> Take(Submitted submitted)
    {
        if (submitted.Window.Callback != SlackForm.CallbackId || SlackPlace.Read(submitted.Window.Metadata) is not { } place)
            return new Response.Taken(Replace(Sentences.Unreadable, new("", "", "")));
        Reply? reply = null;
        return new Response.Taken(await bridge.Within(
            Do, card => Flaw(submitted, card, place), late => Correct(late, reply, submitted, place)));

        async Task<JsonNode?> Do() => await Answer(reply = await asking.Ask(Which.Read(submitted, place)), submitted, place);
    }

    /// <summary>The form is still there and says that it takes longer; whoever sends it again is told the same.</summary>
    /// <param name="late">What would have been answered; null: it is shown already.</param>
    async Task Correct(JsonNode? late, Reply? reply, Submitted submitted, SlackPlace place)
    {
        if (reply is Reply.Ask && late?["view"] is JsonObject next)
            await modals.Update(submitted.Window, next);
        else if (reply is Reply.Shown { Refused: false, Card: var done })
        {
            if (!await modals.Update(submitted.Window, modals.Of(done, place)) && late is not null)
                await whispers.Send(submitted.By.Id, done);
        }
        // What was filled in is not lost: the form stays as it is, and what is wrong with it is said beside it.
        else if (reply is Reply.Shown { Card: var refusal })
            await whispers.Send(submitted.By.Id, refusal);
        else if (late?["errors"] is JsonObject errors)
            await whispers.Send(submitted.By.Id, new($"{string.Join(' ', errors.Select(error => $"{error.Value}"))}") { Accent = Accent.Warning });
    }

    async Task<JsonNode?> Answer(Reply reply, Submitted submitted, SlackPlace place) => reply switch
    {
        Reply.Invalid { Errors: var errors } => Errors(errors, submitted, place),
        Reply.Ask { Form: var form } => Change("update", forms.Draw(form, place)),
        // What was filled in lies below and is not lost.
        Reply.Shown { Refused: true, Card: var card } => submitted.Window.Depth < Window.Deepest
            ? Change("push", modals.Of(card, place))
            : Flaw(submitted, card, place),
        Reply.Shown { Card: var card } => await IsShown(card, submitted, place) ? Close(submitted.Window) : Replace(card, place),
        _ => Replace(Sentences.Unreadable, place),
    };

    /// <summary>Where it was asked for, if that is anywhere.</summary>
    async Task<bool> IsShown(Card card, Submitted submitted, SlackPlace place)
    {
        try
        {
            return place.Room != "" && await whispers.Say(place.Room, submitted.By.Id, null, card);
        }
        catch (ChatUnavailableException)
        {
            return false;
        }
    }

    JsonObject Errors(IReadOnlyList<FieldError> errors, Submitted submitted, SlackPlace place)
    {
        var known = errors.Where(error => submitted.Window.Inputs.Contains(error.Name)).DistinctBy(error => error.Name).ToArray();
        return known.Length == 0
            ? Flaw(submitted, new($"{string.Join(' ', errors.Select(error => error.Reason))}") { Accent = Accent.Warning }, place)
            : Errors(known.Select(error => (error.Name, error.Reason)));
    }

    /// <summary>At the first field, where there is any.</summary>
    JsonObject Flaw(Submitted submitted, Card card, SlackPlace place) => submitted.Window.Inputs.Count > 0
        ? Errors([(submitted.Window.Inputs[0], PlainText.Of(card.Title))])
        : Replace(card, place);

    JsonObject Replace(Card card, SlackPlace place) => Change("update", modals.Of(card, place));

    static JsonObject Errors(IEnumerable<(string Name, string Reason)> errors) => new()
    {
        ["response_action"] = "errors",
        ["errors"] = new JsonObject(errors.Select(
            error => KeyValuePair.Create(error.Name, (JsonNode?)JsonValue.Create(Fit.Line(error.Reason, LongestReason))))),
    };

    static JsonObject Change(string how, JsonObject view) => new() { ["response_action"] = how, ["view"] = view };

    static JsonObject? Close(Window window) => window.Depth > 1 ? new() { ["response_action"] = "clear" } : null;
}
