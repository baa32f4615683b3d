using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;
using IncidentBot.Slack.Replying;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Opens what the desk asks as modals that remember what they are about.</summary>
public sealed class Forms(Modals modals)
{
    /// <returns>False: too late, or Slack doesn't want to.</returns>
    public Task<bool> Open(Form form, string trigger, Question question) => modals.Open(trigger, Draw(form, PlaceOf(question)));

    /// <summary>On top of the modal it was asked in.</summary>
    /// <inheritdoc cref="Open"/>
    public Task<bool> Add(Form form, string trigger, Window below, Question question) =>
        modals.Add(trigger, below, Draw(form, PlaceOf(question)));

    public JsonObject Draw(Form form, SlackPlace place) => modals.Of(form, place with { Line = form.Line });

    static SlackPlace PlaceOf(Question question) => new(question.Line, question.In?.Id ?? "", $"{question.Once}/form")
    {
        Quoted = question.Quoted,
    };
}
