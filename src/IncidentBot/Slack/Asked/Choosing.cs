using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Declares from a menu: the workspace's own, or that of a message, which is then the first evidence.</summary>
public sealed class Choosing(Asking asking, Quoting quoting, ClickAnswers answers, Bridge bridge) : ITake
{
    /// <remarks>As manifests/slack has them.</remarks>
    const string Declare = "declare";
    const string DeclareFromMessage = "declare_from_message";

    public Task<Response>? Take(Arrival arrival) =>
        arrival is Chosen { Shortcut: Declare or DeclareFromMessage } chosen ? Take(chosen) : null;

    async Task<Response> Take(Chosen chosen)
    {
        await bridge.Within(() => Do(chosen), card => answers.Meanwhile(chosen, card), _ => Task.CompletedTask);
        return new Response.Taken();
    }

    async Task<JsonNode?> Do(Chosen chosen)
    {
        var question = new Question(chosen.By, chosen.In, $"slack/{chosen.At}/{chosen.By.Id}/{chosen.Shortcut}", "declare")
        {
            Quoted = chosen is { Message: { } message, In: { } channel } ? await quoting.Of(channel.Id, message) : null,
            Thread = chosen.Message?.Thread,
        };
        await answers.Bring(await asking.Ask(question), chosen, question);
        return null;
    }
}
