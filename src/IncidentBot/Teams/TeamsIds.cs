using System.Text.RegularExpressions;
using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Teams;

/// <summary>Teams' names for things of ours.</summary>
public static partial class TeamsIds
{
    /// <summary>The platform's name in rooms and accounts.</summary>
    public const string Platform = "teams";

    /// <summary>Between a channel and the first message of one of its threads.</summary>
    const string Thread = ";messageid=";

    /// <returns>The id of their account in Entra ("aaaaaaaa-0000-…"); null when they have none in Teams.</returns>
    public static string? TeamsIdOf(this Organisation org, Person person) => org.AccountsOf(person)
        .FirstOrDefault(account => account.Platform == Platform && UserId().IsMatch(account.Id))?.Id;

    /// <summary>The channel alone of "19:…@thread.tacv2;messageid=1795413199960".</summary>
    public static string ChannelOf(string conversation) => conversation.Split(Thread, 2)[0];

    /// <returns>The first message of the thread; null: the whole channel or chat is meant.</returns>
    public static string? RootOf(string conversation) => conversation.Split(Thread, 2) is [_, var root] ? root : null;

    /// <summary>Under which it is noted what a thread is called that is the room of an incident.</summary>
    public static string NoteOfThread(string conversation) => $"own thread:{conversation}";

    public static string ThreadOf(string channel, string root) => $"{ChannelOf(channel)}{Thread}{root}";

    /// <summary>A channel or one of its threads, where bots are heard by a whole team.</summary>
    public static bool IsChannel(string conversation) =>
        ChannelOf(conversation) is var id && (id.EndsWith("@thread.tacv2", StringComparison.Ordinal) || id.EndsWith("@thread.skype", StringComparison.Ordinal));

    /// <summary>A chat, with one person or several.</summary>
    public static bool IsChat(this Room room) => !IsChannel(room.Id);

    /// <summary>A channel or a group chat, and not the conversation with one person alone.</summary>
    public static bool IsShared(string conversation) => conversation.StartsWith("19:", StringComparison.Ordinal);

    /// <remarks>Of the bot and, in the Playground, of people: "28:…", "29:…". Entra's are plain GUIDs.</remarks>
    [GeneratedRegex("^[!-~]{1,200}$")]
    private static partial Regex UserId();
}
