using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Corrects one of the eight times; the timeline keeps the old one.</summary>
public sealed class TimeCommand : IChangeCommand
{
    /// <summary>Says that all of them are.</summary>
    const string Right = "right";

    static readonly Milestone[] All = Enum.GetValues<Milestone>();

    public Usage Usage { get; } = new(
        "time <milestone> at <14:05> [reason]", "Correct when something was: started, detected, mitigated, resolved …", Topics.Story, "times")
    { Prose = true };

    public IEnumerable<string> Next(string text, Catalog.Organisation org) => text == "" ? All.Select(one => one.Words()).Append(Right) : ["at"];

    public Form? Ask(Incident incident, Request request) =>
        request.IsForm || (request.Text != "" && Read(request).At is not null) || (request.Text != "" && Read(request).Milestone is null)
            ? null
            : new(
                $"Times of {incident.Reference}", $"time {incident.Reference}", "Correct",
                [
                    new ChoiceInput("milestone", "When it was …", [.. All.Select(one => new Option(one.Words(), Label(one, incident)))])
                    {
                        Required = true,
                        Value = Read(request).Milestone?.Words() ?? "",
                    },
                    new MomentInput("at", "When") { Required = true },
                    new TextInput("reason", "Why it is corrected", MaxLength: 500),
                ]);

    public Decision Decide(Incident incident, Request request)
    {
        if (request.Text.Equals(Right, StringComparison.OrdinalIgnoreCase) && !request.IsForm)
            return incident.ConfirmTimes(request.From);
        var (milestone, at, reason) = Read(request);
        return milestone is not { } which
            ? Decision.Reject($"Which time? Choose one of {string.Join(", ", All.Select(one => one.Words()))}.", "milestone")
            : at is not { } when
                ? Decision.Reject($"When? Write {new ChatText.Code($"time {which.Words()} at 14:05")} or {new ChatText.Code("at 2030-01-31 14:05")}.", "at")
                : incident.CorrectTime(which, when, reason, request.From);
    }

    static (Milestone? Milestone, DateTimeOffset? At, string Reason) Read(Request request)
    {
        if (request.IsForm)
            return (Find(request.Answer("milestone")), Moments.Past(request.Answer("at"), request.Call), request.Answer("reason"));
        var (word, rest) = Grammar.Cut(request.Text);
        var (reason, at) = Moments.TakeAt(rest, request.Call);
        return (Find(word), at ?? Moments.Past(rest, request.Call), at is null ? "" : reason);
    }

    static Milestone? Find(string word) =>
        All.Where(one => one.Words().Equals(word, StringComparison.OrdinalIgnoreCase)).Cast<Milestone?>().FirstOrDefault();

    static string Label(Milestone milestone, Incident incident) => incident.Times[milestone] is { } at
        ? $"{milestone.Words()} (now {at.ToUniversalTime():yyyy-MM-dd HH:mm} UTC)"
        : milestone.Words();
}
