using System.Text.Json;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Wire;

/// <summary>Something happened in the workspace.</summary>
/// <param name="Id">The same for every repetition.</param>
/// <remarks>https://docs.slack.dev/apis/events-api</remarks>
public sealed record Happened(Origins For, string Id, DateTimeOffset At, Event What) : Arrival(For)
{
    /// <summary>When, finely enough to tell which of two things happened first.</summary>
    public string Ts { get; init; } = "";

    public static Happened Of(JsonElement json) =>
        new(Origins.OfEvent(json), Ids.Checked(json.Text("event_id")), Time.Of(json.Text("event_time")), EventReading.Of(json.At("event")))
        {
            Ts = json.TextOrNull("event", "event_ts") ?? json.Text("event_time"),
        };
}

/// <summary>What happened. https://docs.slack.dev/reference/events</summary>
public abstract record Event
{
    Event() { }

    /// <summary>Somebody named the bot in a message.</summary>
    public sealed record Mentioned(Sender By, string Channel, Message Message, bool ByApp) : Event;

    /// <summary>Somebody wrote a message, an app did, or it was changed or taken back.</summary>
    /// <param name="Kind">Slack's subtype; "" for what people write.</param>
    /// <param name="Direct">Whether it is between the bot and one person.</param>
    public sealed record Said(Sender By, string Channel, Message Message, string Kind, bool Direct, bool ByApp) : Event;

    /// <summary>A message was pinned or unpinned, or got a reaction or lost it.</summary>
    /// <param name="Reaction">Without colons; null: it was a pin.</param>
    public sealed record Marked(Sender By, string Channel, string Ts, string? Reaction, bool Added) : Event;

    /// <summary>Somebody posted a link to where we said that we know more.</summary>
    public sealed record Linked(Sender By, string Channel, string Ts, IReadOnlyList<string> Links) : Event;

    public sealed record HomeOpened(Sender By, string Channel, string Tab) : Event;

    /// <param name="Inviter">Null: they came by themselves.</param>
    public sealed record Joined(Sender Who, string Channel, string? Inviter) : Event;

    public sealed record Left(Sender Who, string Channel) : Event;

    public sealed record Renamed(string Channel, string Name) : Event;

    /// <summary>A channel can't be used any more: archived, deleted, or the bot was put out of it.</summary>
    /// <param name="By">Null: not said.</param>
    public sealed record Closed(string Channel, string How, Sender? By) : Event;

    public sealed record Reopened(string Channel) : Event;

    /// <summary>Somebody changed their profile, or came to the workspace.</summary>
    public sealed record Profile(JsonElement User) : Event;

    /// <summary>The app was removed, or its tokens were taken back.</summary>
    public sealed record Expelled(string How, IReadOnlyList<string> Bots) : Event;

    public sealed record Other(string Type) : Event;
}
