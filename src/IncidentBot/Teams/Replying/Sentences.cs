using IncidentBot.Chat;
using IncidentBot.Teams.People;

namespace IncidentBot.Teams.Replying;

/// <summary>What the bot says in Teams about itself and Teams.</summary>
public static class Sentences
{
    public const string Stale = "This button is of another time; ask for the card again.";
    public const string Below = "Only you see the answer: it is below, or in your chat with me.";
    public const string FillInBelow = "Only you see the form: it is below, or in your chat with me.";
    public const string Broken = "Something went wrong on my side, and I can't tell whether it was done. Look, and try again in a minute.";
    public const string NothingNewer = "There is nothing newer to see.";

    public static readonly Card NotNow =
        Say($"My database can't be reached at the moment, so nothing was done. Try again in a minute.");

    public static readonly Card NothingOpen = Say($"There is no open incident whose timeline this could go to.") with
    {
        Buttons = [new("Declare one", "declare", ButtonStyle.Primary)],
    };

    /// <param name="name">What people type before a command there.</param>
    public static Card Hello(string name) => new($"IncidentBot is here")
    {
        Accent = Accent.Good,
        Lines =
        [
            $"When something breaks, type {new ChatText.Code($"{name}declare checkout is down")}. I call who is on duty, open a room, and keep the record.",
            name == ""
                ? (ChatText)$"When you are needed, on duty or asked for something, I write to you here."
                : $"Name me in any channel or chat that I am in; only you see what I answer, there or in your chat with me.",
        ],
        Buttons = [new("Declare", "declare", ButtonStyle.Primary), new("Open incidents", "list"), new("Help", "help")],
    };

    public static Card Wrong(IEnumerable<FieldError> errors) => Say($"{string.Join(' ', errors.Select(error => error.Reason))}");

    public static Card Refused(Standing standing) => standing switch
    {
        Standing.Bot => Say($"Apps can't give me commands; people can."),
        _ => Say($"You belong to another organisation, so I can't do that for you. Ask somebody of this one."),
    };

    static Card Say(ChatText words) => new(words) { Accent = Accent.Warning };
}
