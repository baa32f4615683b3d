using System.Collections.Concurrent;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Slack.Drawing;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>The bot's own page in Slack: what is open, what is theirs, and a button to declare.</summary>
/// <remarks>https://docs.slack.dev/surfaces/app-home</remarks>
public sealed class HomeTab(SlackApi api, IDesk desk, Colleagues colleagues, ICurrentOrganisation organisation, TimeProvider clock) : IHear
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    static readonly string[] Lines = ["home", "list mine"];

    readonly ConcurrentDictionary<string, bool> opened = [];

    public Task? Hear(Happened happened, Home home) =>
        happened.What is Event.HomeOpened { Tab: "home" or "" } open ? Open(open.By, happened.Id) : null;

    /// <summary>After they did something, where they have looked at it before; nobody waits for it.</summary>
    public void Renew(Colleague who)
    {
        if (opened.ContainsKey(who.Id))
            _ = Show(who, $"slack/home/{Guid.NewGuid()}");
    }

    async Task Open(Sender by, string id)
    {
        opened[by.Id] = true;
        await Show(await colleagues.Of(by, default), $"slack/{id}");
    }

    async Task Show(Colleague who, string once)
    {
        try
        {
            var view = SlackSheet.Home(await Cards(who, once), new("", "", once), organisation.Now);
            await api.Call("views.publish", new { user_id = who.Id, view }, default);
        }
        catch (ChatRefusedException)
        {
            // They are gone, or the app has no home any more.
        }
        catch (ChatUnavailableException)
        {
            // It is drawn anew when they look again.
        }
    }

    async Task<IReadOnlyList<Card>> Cards(Colleague who, string once)
    {
        if (!who.IsWelcome)
            return [Replying.Sentences.Refused(who.Standing)];
        var cards = new List<Card>();
        foreach (var line in Lines)
        {
            var call = new Invocation($"{once}/{line}", line, who.Person, new(SlackIds.Platform, who.Id, ""), clock.GetUtcNow()) { Zone = who.Zone };
            if (await desk.Handle(call, Patience, default) is Reply.Shown { Card: var card })
                cards.Add(card);
        }
        return cards;
    }
}
