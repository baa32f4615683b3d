using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Replying;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Incoming;

/// <summary>
/// Answers people before the bot knows which workspace it lives in: what they do there Slack doesn't send again, and shows
/// them a failure where nothing is said.
/// </summary>
public sealed class Early(ReplyAddresses addresses, Whispers whispers, Bridge bridge, ICurrentOrganisation organisation)
{
    static readonly Card Sorry = Sentences.JustBegun;

    /// <returns>For what happens: that it is to come again.</returns>
    public Response Answer(Arrival arrival) => arrival switch
    {
        Typed => new Response.Taken(ReplyAddresses.Ephemeral(Sorry, organisation.Now)),
        Submitted { Window.Inputs: [var first, ..] } => new Response.Taken(new JsonObject
        {
            ["response_action"] = "errors",
            ["errors"] = new JsonObject { [first] = PlainText.Of(Sorry.Title) },
        }),
        Submitted submitted => Say(submitted.By, null),
        Searching => new Response.Taken(new JsonObject { ["options"] = new JsonArray() }),
        Pressed pressed => Say(pressed.By, pressed.ReplyTo),
        Chosen chosen => Say(chosen.By, chosen.ReplyTo),
        _ => new Response.NotNow(),
    };

    Response.Taken Say(Sender by, Uri? replyTo)
    {
        bridge.Follow(Task.Run(async () =>
        {
            if (!await addresses.Post(replyTo, Sorry, replace: false))
                await whispers.Send(by.Id, Sorry);
        }));
        return new();
    }
}
