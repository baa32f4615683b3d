using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Replying;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Asked;

/// <summary>Puts a message on a timeline: that of the room's incident, else of the one that is chosen.</summary>
public sealed class Keeping(Submitting submitting, Quoting quoting, Sidebar sidebar, TimeProvider clock) : ITake
{
    /// <remarks>As manifests/teams has it.</remarks>
    public const string AddToTimeline = "addToTimeline";

    public Task<Response>? Take(Arrival arrival) =>
        arrival is Chosen { Command: AddToTimeline, On: { } message } chosen ? Take(chosen.About, message) : null;

    async Task<Response> Take(Activity about, Message message)
    {
        var on = await quoting.Of(about, message);
        var question = await submitting.Asked(about, "note", on);
        var (by, room) = (question.By.Person, question.Asked.In);
        if (!question.By.IsWelcome || await sidebar.Of(room, by, clock.GetUtcNow(), default) is not null)
            return await submitting.Open(about, "note", on);
        var open = (await sidebar.Open(by, default)).Values.Select(one => (one.Reference, one.Title)).ToArray();
        return new Response.Taken(open.Length == 0
            ? InvokeAnswers.Words(InvokeAnswers.Plain(Sentences.NothingOpen))
            : submitting.Dialog(question, Which.Form("Add to timeline", "note", "Add", open)));
    }
}
