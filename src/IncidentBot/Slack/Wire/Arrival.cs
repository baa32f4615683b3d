using IncidentBot.Wire;

namespace IncidentBot.Slack.Wire;

/// <summary>Something that Slack sent, read. Whatever the transport, there are these kinds.</summary>
/// <param name="For">Whose it is; checked before anything is done with it.</param>
public abstract record Arrival(Origins For);

/// <summary>Slack asks whether an address is ours: the same text is the answer.</summary>
/// <remarks>https://docs.slack.dev/apis/events-api/using-http-request-urls</remarks>
public sealed record Challenge(Origins For, string Text) : Arrival(For);

/// <summary>A kind that the bot doesn't use. It is acknowledged, so that Slack doesn't send it again.</summary>
public sealed record Unused(Origins For, string Kind) : Arrival(For);

/// <summary>A slash command.</summary>
/// <param name="Text">What follows the command, with people and channels as Slack escapes them.</param>
/// <param name="Trigger">Opens one modal within three seconds.</param>
/// <param name="ReplyTo">Takes five answers in half an hour.</param>
/// <remarks>https://docs.slack.dev/interactivity/implementing-slash-commands</remarks>
public sealed record Typed(Origins For, Sender By, Channel In, string Text, string Trigger, Uri? ReplyTo) : Arrival(For)
{
    public static Typed Of(Func<string, string> field) => new(
        Origins.OfCommand(field), new(field("user_id"), field("user_name"), Team: null),
        new(field("channel_id"), field("channel_name")), field("text"), Ids.Checked(field("trigger_id")), field("response_url").Address());
}
