using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What is asked about workstreams.</summary>
static class WorkstreamForms
{
    const int LongestOption = 70;
    const string Usual = "30m";
    static readonly string[] Intervals = ["15m", "20m", "30m", "1h", "2h", "4h", "1d"];
    static readonly string[] Delays = ["15m", "30m", "1h", "2h"];

    /// <returns>Null where there is nothing to choose from or nothing to ask.</returns>
    public static Form? For(WorkstreamText said, Incident incident, Request request)
    {
        if (!incident.IsOpen && !(incident.TakesReports && said.Verb is ("report" or "done" or "rename" or "drop")))
            return null;
        if (said.Verb == "add")
            return said.Words == "" ? Add(incident) : null;
        var stream = said.Number is { } number ? incident.FindWorkstream(number)
            : said.Verb is "report" or "done" ? incident.OnlyWorkstreamOf(request.By) : null;
        var missing = Missing(said, stream).ToArray();
        if (said.Number is not null || stream is not null)
            return said.Words == "" && missing.Length > 0 && stream is { IsOpen: true }
                ? Form(said.Verb, stream, incident, missing)
                : null;
        var choices = incident.Workstreams.Where(one => one.IsOpen == (said.Verb != "reopen")).ToArray();
        return choices.Length == 0 ? null : Form(said.Verb, null, incident, [Which(choices), .. missing]);
    }

    static Form Add(Incident incident) => new($"New workstream of {incident.Reference}", $"workstream {incident.Reference} add", "Open it",
        [
            new TextInput("name", "What is worked on", MaxLength: Workstream.LongestName) { Required = true },
            new PersonInput("lead", "Who leads it"),
            Every(Usual) with { Required = true, Hint = "Whoever leads it is asked that often how it stands." },
        ]);

    static Form Form(string verb, Workstream? stream, Incident incident, IReadOnlyList<Input> inputs) => new(
        $"{Title(verb)} of {incident.Reference}", $"workstream {incident.Reference} {verb} {stream?.Number}".TrimEnd(), Submit(verb), inputs)
    {
        Intro = stream is null ? null : stream.Report is { } last
            ? (ChatText)$"{stream.Label}. Last, at {last.At}: {IncidentWords.Brief(last.Text, 300)}"
            : $"{stream.Label}",
    };

    static ChoiceInput Which(Workstream[] choices) => new("workstream", "Which one",
        [.. choices.Select(one => new Option($"{one.Number}", IncidentWords.Brief(one.Label, LongestOption)))])
    { Required = true };

    static IEnumerable<Input> Missing(WorkstreamText said, Workstream? stream) => said.Verb switch
    {
        "report" => [new TextInput("report", "How it stands", Multiline: true, MaxLength: Workstream.LongestReport) { Required = true, Value = said.Words }],
        "lead" => [new PersonInput("lead", "Who leads it") { Hint = "Nobody, where it is left empty." }],
        "every" => [Every(stream is null ? "" : stream.Every?.Written() ?? WorkstreamCommand.Nobody) with { Required = true }],
        "postpone" => [new ChoiceInput("span", "For how long", Options(Delays)) { Required = true, Value = Delays[0] }],
        "done" => [new TextInput("outcome", "What came of it", Multiline: true, MaxLength: Workstream.LongestReport) { Value = said.Words }],
        "rename" => [new TextInput("name", "What is worked on", MaxLength: Workstream.LongestName) { Required = true, Value = stream?.Name ?? "" }],
        "drop" => [new TextInput("reason", "Why nobody goes on with it", MaxLength: Workstream.LongestReport)],
        _ => [],
    };

    /// <summary>What it is now stays among the choices; a choice that was made can't be taken back on every platform.</summary>
    static ChoiceInput Every(string now) => new("every", "Check-ins",
        [
            .. Options(now is "" or WorkstreamCommand.Nobody || Intervals.Contains(now) ? Intervals : [now, .. Intervals], "every "),
            new(WorkstreamCommand.Nobody, "none, nobody is asked"),
        ])
    { Value = now };

    static Option[] Options(IEnumerable<string> spans, string before = "") => [.. spans.Select(span => new Option(span, $"{before}{span}"))];

    static string Title(string verb) => verb switch
    {
        "report" => "Report on a workstream",
        "lead" => "Lead of a workstream",
        "every" => "Check-ins of a workstream",
        "postpone" => "Put off a check-in",
        "done" => "Done: a workstream",
        "rename" => "Rename a workstream",
        "drop" => "Drop a workstream",
        _ => "Reopen a workstream",
    };

    static string Submit(string verb) => verb switch
    {
        "report" => "Report",
        "done" => "Done",
        "drop" => "Drop it",
        "reopen" => "Reopen it",
        _ => "Save",
    };
}
