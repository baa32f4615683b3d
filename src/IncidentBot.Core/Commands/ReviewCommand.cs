using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Schedules the review, or says why there is none.</summary>
public sealed class ReviewCommand : IChangeCommand
{
    const string Waive = "waive";

    public Usage Usage { get; } = new(
        "review [2030-01-31 14:05|waive reason]", "Schedule the review, or say why none is needed", Topics.Closing)
    { Prose = true };

    public IEnumerable<string> Next(string text, Catalog.Organisation org) => text == "" ? [Waive, "tomorrow"] : [];

    public Form? Ask(Incident incident, Request request) => !request.IsBare || incident.IsOpen ? null : new(
        $"Review of {incident.Reference}", $"review {incident.Reference}", "Save",
        [
            new MomentInput("when", "When the review is") { Hint = "Leave it empty if none is needed, and say why." },
            new TextInput("reason", "Why no review is needed", Multiline: true, MaxLength: 1000),
        ]);

    public Decision Decide(Incident incident, Request request)
    {
        var (waives, reason, when) = request.IsForm
            ? (request.Answer("when") == "", request.Answer("reason"), request.Answer("when"))
            : Grammar.Cut(request.Text) is var (word, rest) && word.Equals(Waive, StringComparison.OrdinalIgnoreCase)
                ? (true, rest, "")
                : (false, "", request.Text);
        return waives ? incident.WaiveReview(reason, request.From)
            : Moments.Future(when, request.Call) is { } at ? incident.ScheduleReview(at, request.From)
            : Decision.Reject($"When is it? Write {new ChatText.Code("review 2030-01-31 14:05")} or {new ChatText.Code("review waive")} and why.", "when");
    }
}
