using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Slack.Drawing;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Replying;
using IncidentBot.Support;

namespace IncidentBot.Slack;

/// <summary>What only Slack has: a card as a modal, the home tab, and what the bot says about Slack itself.</summary>
static class SlackExhibition
{
    public static IEnumerable<(string Name, JsonObject Drawn)> Of(Organisation org)
    {
        var place = new SlackPlace("", "C0123456789", "V0123456789");
        var cards = Exhibition.Cards.ToDictionary(one => one.Name, one => one.Card);
        return
        [
            ("modal-incident", SlackSheet.View(cards["incident"], place, org)),
            ("home-tab", SlackSheet.Home([cards["home"], cards["list"]], place, org)),
            ("slow", SlackCard.Message(Sentences.Slow, org)),
            ("broken", SlackCard.Message(Sentences.Broken, org)),
            ("unreadable", SlackCard.Message(Sentences.Unreadable, org)),
            ("nothing-open", SlackCard.Message(Sentences.NothingOpen, org)),
            ("open-the-form", SlackCard.Message(Sentences.OpenIt(new("Resolve INC-1", "resolve INC-1", "Resolve", [])), org)),
            ("stranger", SlackCard.Message(Sentences.Refused(Standing.Stranger), org)),
        ];
    }
}
