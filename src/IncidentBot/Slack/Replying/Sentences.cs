using IncidentBot.Chat;
using IncidentBot.Slack.People;

namespace IncidentBot.Slack.Replying;

/// <summary>What the bot says in Slack about itself and Slack.</summary>
public static class Sentences
{
    const int LongestValue = 2000;

    public static readonly Card Slow = Say($"This takes longer than usual; I'm still trying. What comes of it follows.");

    public static readonly Card Broken =
        Say($"Something went wrong on my side, and I can't tell whether it was done. Look, and try again in a minute.");

    public static readonly Card NotNow =
        Say($"My database can't be reached at the moment, so nothing was done. Try again in a minute.");

    /// <summary>Slack tells what happened again for some minutes.</summary>
    public static readonly Card Trying =
        Say($"My database can't be reached at the moment. I try again for some minutes; what comes of it follows.");

    public static readonly Card TooLong =
        Say($"This took too long, and I can't tell whether it was done. Look, and try again in a minute.");

    public static readonly Card JustBegun =
        Say($"I have only just started and am not connected to Slack yet, so nothing was done. Try again in a minute.");

    public static readonly Card Unreadable = Say($"I can't read this form any more. Nothing was done; open it again.");

    public static readonly Card NothingOpen = Say($"There is no open incident whose timeline this could go to.") with
    {
        Buttons = [new("Declare one", "declare", ButtonStyle.Primary)],
    };

    /// <summary>A modal opens only within three seconds of a click, and never of a message; a button gives another click.</summary>
    /// <param name="about">The message that it is about; null: none.</param>
    public static Card OpenIt(Form form, Quote? about = null) => new($"{form.Title}: there is something to fill in.")
    {
        Buttons = form.Line.Length <= LongestValue ? [new("Open the form", form.Line, ButtonStyle.Primary) { About = about?.Id }] : [],
    };

    public static Card Refused(Standing standing) => standing switch
    {
        Standing.Bot => Say($"Apps can't give me commands; people can."),
        Standing.Deactivated => Say($"Your account is deactivated, so I can't do anything for you."),
        _ => Say($"Only people of this workspace can use me. Ask somebody from here to do it for you."),
    };

    static Card Say(ChatText words) => new(words) { Accent = Accent.Warning };
}
