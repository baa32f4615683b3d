using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>Asks somebody how their workstreams stand, and tells others when nobody says.</summary>
public static class CheckInCards
{
    const int Most = 4;
    const string Later = "15m";

    /// <returns>Null when no check-in of theirs is due any more.</returns>
    public static Card? Ask(Incident incident, Person whom, Organisation org, DateTimeOffset now)
    {
        var (name, times) = (incident.Reference, org.Reminders.WorkstreamTimes);
        var due = Open(incident).Where(one => one is { Asks: > 0 } && one.DueAt <= now && incident.AskedOf(one) == whom).ToArray();
        return due.Length == 0 ? null : new(due.Length == 1
            ? (ChatText)$"How does workstream {due[0].Number} of {name.ToString()} stand?"
            : $"How do {due.Length} workstreams of {name.ToString()} stand?")
        {
            Header = incident.Heading(),
            Accent = Accent.Warning,
            Lines = [$"{incident.Title}", .. due.Take(Most).Select(Line), .. More(due)],
            Buttons =
            [
                .. due.Take(Most).Select(one => new Button(Label("Report", one, due), $"workstream {name} report {one.Number}", ButtonStyle.Primary)),
                .. due.Take(Most).Select(one => new Button(Label($"Not for {Later}", one, due), $"workstream {name} postpone {one.Number} {Later}")),
                .. due.Take(Most).Select(one => new Button(Label("Done", one, due), $"workstream {name} done {one.Number}")),
                new("All workstreams", $"workstream {name}"),
            ],
            Hint = times == 1
                ? (ChatText)$"A sentence is enough; “no news” is one, too. You are asked once."
                : $"A sentence is enough; “no news” is one, too. You are asked again every {due[0].Every?.Written()}, at most {times} times.",
        };
    }

    /// <returns>Null when somebody has reported meanwhile.</returns>
    public static Card? Missed(Incident incident)
    {
        var (name, silent) = (incident.Reference, Open(incident).Where(one => one.Missed).ToArray());
        return silent.Length == 0 ? null : new(silent.Length == 1
            ? (ChatText)$"No check-in from workstream {silent[0].Number} of {name.ToString()}"
            : $"No check-in from {silent.Length} workstreams of {name.ToString()}")
        {
            Header = incident.Heading(),
            Accent = Accent.Warning,
            Lines = [$"{incident.Title}", .. silent.Take(Most).Select(Line), .. More(silent)],
            Buttons =
            [
                .. silent.Take(Most).Select(one => new Button(Label("Report", one, silent), $"workstream {name} report {one.Number}", ButtonStyle.Primary)),
                .. silent.Take(Most).Select(one => new Button(Label("Give away", one, silent), $"workstream {name} lead {one.Number}")),
                new("All workstreams", $"workstream {name}"),
            ],
            Hint = $"Who knows how it stands reports; who leads it may need help, or somebody to take over.",
        };
    }

    static IEnumerable<Workstream> Open(Incident incident) => incident.IsOpen ? incident.OpenWorkstreams : [];

    static IEnumerable<ChatText> More(Workstream[] all) => all.Length <= Most ? [] : [$"… and {all.Length - Most} more."];

    static ChatText Line(Workstream one)
    {
        var line = (ChatText)$"{one.Label} · {(one.Lead is null ? (ChatText)$"nobody leads it" : $"{one.Lead}")} · due {one.DueAt}";
        return one.Report is { } last ? (ChatText)$"{line} · at {last.At}: {IncidentWords.Brief(last.Text, 150)}" : $"{line} · no report yet";
    }

    static string Label(string act, Workstream one, Workstream[] all) => all.Length == 1 ? act : $"{act}: {one.Number}";
}
