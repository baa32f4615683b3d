using System.Text.Json;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Wire;

/// <summary>A button of a card was pressed, or a client shows the card to somebody and asks for their newest.</summary>
/// <param name="Verb">"do", "form", "refresh": as the card has it.</param>
/// <param name="Data">What the button carries, and what was filled in, at one level.</param>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards</remarks>
public sealed record Pressed(Activity About, string Verb, JsonElement Data, bool ByItself) : Arrival(About)
{
    public static Pressed Of(Activity about) => about.Json.At("value", "action") is { ValueKind: JsonValueKind.Object } action
        ? new(about, action.Text("verb"), action.At("data"), about.Json.Text("value", "trigger") == "automatic")
        : throw new UnreadableException("A pressed button without its action.");
}

/// <summary>A button opens a dialog, and asks what is in it.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots</remarks>
public sealed record Opened(Activity About, JsonElement Data) : Arrival(About);

/// <summary>A dialog was filled in and sent.</summary>
public sealed record Submitted(Activity About, JsonElement Data) : Arrival(About);

/// <summary>An action of the message extension was chosen, where people write or at a message.</summary>
/// <param name="Command">Which, as the manifest names it.</param>
/// <param name="On">The message it was chosen at; null: at none.</param>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module</remarks>
public sealed record Chosen(Activity About, string Command, Message? On) : Arrival(About);

/// <summary>The dialog of an action was filled in and sent.</summary>
public sealed record Completed(Activity About, string Command, Message? On, JsonElement Data) : Arrival(About);

/// <summary>Somebody searches with the message extension.</summary>
/// <param name="Words">"" before anything was typed.</param>
/// <param name="Skip">How many were shown already.</param>
public sealed record Searching(Activity About, string Command, string Words, int Skip) : Arrival(About);

/// <summary>Somebody types in a menu of a card with more in it than the card holds.</summary>
/// <param name="Menu">As the card has it.</param>
/// <param name="Words">"" before anything was typed.</param>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search</remarks>
public sealed record Filtering(Activity About, string Menu, string Words) : Arrival(About);

/// <summary>Somebody wrote an address that we said we know more about.</summary>
public sealed record Linked(Activity About, string Address) : Arrival(About);

/// <summary>A message somewhere in Teams, as a message extension is given it.</summary>
/// <param name="By">Null: an app.</param>
/// <param name="Address">Where it can be read; null: not said.</param>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/define-action-command</remarks>
public sealed record Message(string Id, Sender? By, string Text, DateTimeOffset? At, Uri? Address)
{
    public static Message? In(JsonElement value) => value.At("messagePayload") is { ValueKind: JsonValueKind.Object } message
        && message.Text("id") is { Length: > 0 } id
            ? new(
                id, Author(message.At("from", "user")), Words.Plain(message.Text("body", "content")),
                Activity.Moment(message.Text("createdDateTime")), message.Text("linkToMessage").Address())
            : null;

    static Sender? Author(JsonElement user) =>
        user.TextOrNull("id") is { } id ? new("", id, user.Text("displayName")) : null;
}
