using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Replying;

/// <summary>Opens modals, and changes what they show.</summary>
public sealed class Modals(SlackApi api, ICurrentOrganisation organisation)
{
    public JsonObject Of(Form form, SlackPlace place) => SlackForm.View(form, place, organisation.Now);

    public JsonObject Of(Card card, SlackPlace place) => SlackSheet.View(card, place, organisation.Now);

    /// <returns>False: the click is too long ago, or Slack doesn't want to.</returns>
    public Task<bool> Open(string trigger, JsonObject view) => Try("views.open", new { trigger_id = trigger, view });

    /// <summary>On top of the modal it was asked in; where there is no more room, in its place.</summary>
    /// <inheritdoc cref="Open"/>
    public Task<bool> Add(string trigger, Window below, JsonObject view) => below.Depth < Window.Deepest
        ? Try("views.push", new { trigger_id = trigger, view })
        : Update(below, view);

    /// <returns>False: it is closed, or shows something else by now.</returns>
    public Task<bool> Update(Window window, JsonObject view) =>
        Try("views.update", new { view_id = window.Id, hash = window.Hash == "" ? null : window.Hash, view });

    async Task<bool> Try(string method, object arguments)
    {
        try
        {
            await api.Call(method, arguments, CancellationToken.None);
            return true;
        }
        catch (Exception failure) when (failure is ChatRefusedException or ChatUnavailableException)
        {
            return false;
        }
    }
}
