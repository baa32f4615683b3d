using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Slack.Drawing;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Shows an incident under a link to it, where everybody who then reads it may see it.</summary>
/// <remarks>https://docs.slack.dev/messaging/unfurling-links-in-messages</remarks>
public sealed class Unfurling(SlackApi api, Sidebar sidebar, Colleagues colleagues, ICurrentOrganisation organisation, TimeProvider clock)
    : IHear
{
    const int Most = 5;

    /// <summary>Who is nobody in particular sees what all may see.</summary>
    static readonly Person Anybody = new($"{SlackIds.Platform}:anybody", "anybody");

    public Task? Hear(Happened happened, Home home) =>
        happened.What is Event.Linked linked && linked.By.Id != home.Bot ? Show(linked) : null;

    async Task Show(Event.Linked linked)
    {
        var org = organisation.Now;
        var unfurls = new JsonObject();
        foreach (var link in linked.Links.Distinct().Take(Most))
            if (Named(link, org) is { } reference && await sidebar.Of(reference, Anybody, clock.GetUtcNow(), default) is { } aside)
                unfurls[link] = new JsonObject { ["blocks"] = SlackCard.Blocks(aside.Card, org, unfurls.Count * 25) };
        if (unfurls.Count == 0 || !await IsAmongUs(linked))
            return;
        try
        {
            await api.Call("chat.unfurl", new { channel = linked.Channel, ts = linked.Ts, unfurls }, default);
        }
        catch (ChatRefusedException)
        {
            // The message is gone, or its writer wants no preview.
        }
    }

    /// <summary>Whether nobody from another organisation reads along.</summary>
    async Task<bool> IsAmongUs(Event.Linked linked)
    {
        if (!(await colleagues.Of(linked.By, default)).IsWelcome)
            return false;
        try
        {
            var channel = (await api.Call("conversations.info", new { channel = linked.Channel }, default)).At("channel");
            return !channel.Yes("is_ext_shared") && !channel.Yes("is_pending_ext_shared");
        }
        catch (ChatRefusedException)
        {
            return false;
        }
    }

    /// <returns>"INC-12"; null when the link leads elsewhere.</returns>
    static string? Named(string link, Organisation org) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && org.AddressOf("").AbsoluteUri is var ours
            && address.AbsoluteUri.StartsWith(ours, StringComparison.OrdinalIgnoreCase)
            ? address.AbsoluteUri[ours.Length..].Split('/', '?', '#')[0]
            : null;
}
