namespace IncidentBot.Slack.Calls;

/// <summary>A method of Slack's Web API that the bot calls.</summary>
/// <param name="PerMinute">How many calls a minute Slack surely allows, for the app as a whole.</param>
/// <param name="Form">It takes no JSON, only form fields.</param>
/// <param name="Talks">It shows a message in a channel, which may have one a second.</param>
public sealed record Method(string Name, int PerMinute, bool Form = false, bool Talks = false)
{
    /// <remarks>https://docs.slack.dev/apis/web-api/rate-limits</remarks>
    const int Tier2 = 20;
    const int Tier3 = 50;
    const int Tier4 = 100;

    /// <summary>"Several hundred a minute": chat.postMessage and a few harmless ones.</summary>
    const int Special = 300;

    public static readonly IReadOnlyDictionary<string, Method> All = new Method[]
    {
        new("apps.connections.open", Tier3),
        new("auth.test", Special),
        new("bookmarks.add", Tier2),
        new("bookmarks.edit", Tier2),
        new("bookmarks.list", Tier3, Form: true),
        new("bookmarks.remove", Tier2),
        new("chat.getPermalink", Special, Form: true),
        new("chat.postEphemeral", Tier4),
        new("chat.postMessage", Special, Talks: true),
        new("chat.unfurl", Tier3),
        new("chat.update", Tier3, Talks: true),
        new("conversations.archive", Tier2),
        new("conversations.create", Tier2),
        new("conversations.history", Tier3, Form: true),
        new("conversations.info", Tier3, Form: true),
        new("conversations.invite", Tier3),
        new("conversations.join", Tier3),
        new("conversations.list", Tier2, Form: true),
        new("conversations.members", Tier4, Form: true),
        new("conversations.open", Tier3),
        new("conversations.rename", Tier2),
        new("conversations.replies", Tier3, Form: true),
        new("conversations.setPurpose", Tier2),
        new("conversations.setTopic", Tier2),
        new("conversations.unarchive", Tier2),
        new("files.completeUploadExternal", Tier4),
        new("files.getUploadURLExternal", Tier4, Form: true),
        new("files.info", Tier4, Form: true),
        new("pins.add", Tier2),
        new("pins.list", Tier2, Form: true),
        new("users.info", Tier4, Form: true),
        new("users.list", Tier2, Form: true),
        new("users.lookupByEmail", Tier3, Form: true),
        new("views.open", Tier4),
        new("views.publish", Tier4),
        new("views.push", Tier4),
        new("views.update", Tier4),
    }.ToDictionary(method => method.Name);

    /// <summary>One that isn't in the table is called with care.</summary>
    public static Method Named(string name) => All.GetValueOrDefault(name) ?? new(name, Tier2);
}
