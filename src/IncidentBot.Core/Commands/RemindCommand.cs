using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Puts one kind of reminder off for a while; the buttons of reminders send it.</summary>
public sealed class RemindCommand : IChangeCommand
{
    public Usage Usage { get; } = new("remind snooze <kind> <30m>", "Put one kind of reminder off for a while", Topics.Bot);

    public IEnumerable<string> Next(string text, Catalog.Organisation org) => text.Trim() switch
    {
        "" => ["snooze"],
        "snooze" => TimerKind.Reminders,
        _ => ["30m", "1h", "4h", "1d"],
    };

    public Decision Decide(Incident incident, Request request) =>
        request.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries) is ["snooze", var kind, .. var rest]
            && Moments.Span(rest.Length == 0 ? "30m" : string.Join(' ', rest)) is { } span
            ? incident.Snooze(kind, span, request.From)
            : Decision.Reject(
                $"Write {new ChatText.Code("remind snooze no-lead 30m")}. The kinds are {string.Join(", ", TimerKind.Reminders)}.");
}
