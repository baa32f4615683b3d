using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What there is to do now, ticked off by what has happened or by whoever did it.</summary>
public sealed class ChecklistCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "checklist [tick 2.3]", "Show what is done and what is still to do, and tick it off", Topics.Responding, "checklists");

    public IEnumerable<string> Next(string text, Organisation org) => text.Trim() switch
    {
        "" => ChecklistText.Verbs,
        "add" => org.AllChecklists.Select(list => list.Key),
        _ => [],
    };

    public Form? Ask(Incident incident, Request request) =>
        request.IsForm || incident.IsOver ? null : ChecklistForms.For(ChecklistText.Read(request.Text), incident, request.Org);

    public Card? Offer(Incident incident, Request request) => ChecklistText.Read(request.Text) switch
    {
        { Verb: "show", Words: "" } => ChecklistCard.For(incident, request.Org),
        { Verb: "show", Place: { } place } when incident.Checklists.FirstOrDefault(list => list.Number == place.List) is { } list =>
            ChecklistsCard.One(incident, list, place.Step, request.Org),
        _ => null,
    };

    public Decision Decide(Incident incident, Request request)
    {
        var said = ChecklistText.Read(request.Text);
        if (request.IsForm)
            said = said with { Words = request.Answer(said.Verb == "add" ? "list" : "steps") };
        return said.Verb switch
        {
            "tick" or "untick" => Tick(said, incident, request.From),
            "add" => Add(said.Words, incident, request),
            "show" => Decision.Reject($"{incident.Reference.ToString()} has no checklist {said.Words}. {Code(incident, "")} shows which there are."),
            _ => Decision.Reject($"“{IncidentWords.Brief(said.Words, 60)}” is nothing to do with a checklist. Say {Code(incident, "tick 1.2")}, {Code(incident, "untick 1.2")} or {Code(incident, "add")}."),
        };
    }

    public Card? Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        ChecklistsCard.After(incident, facts, org);

    static Decision Tick(ChecklistText said, Incident incident, Origin from) => said.Steps(incident, out var flaw) switch
    {
        { Count: 0 } when said.Words == "" && said.Verb == "untick" && incident.Checklists.Count > 0 => Decision.Unchange($"Nothing is ticked yet."),
        { Count: 0 } when said.Words == "" && incident.Checklists.Count > 0 => Decision.Unchange($"Everything is ticked already."),
        { } names => incident.TickSteps(names, said.Verb == "tick", from),
        null => Decision.Reject($"“{IncidentWords.Brief(flaw, 60)}” is no step. Name it by its list and its place, such as {Code(incident, $"{said.Verb} 1.2")}.", "steps"),
    };

    static Decision Add(string written, Incident incident, Request request) =>
        incident.IsOver ? incident.AttachChecklist(new("", "", []), request.From)
        : request.Org.FindChecklist(written) is { } list && written != "" ? incident.AttachChecklist(list, request.From)
        : ChecklistForms.Missing(incident, request.Org).Select(list => list.Key).ToArray() is { Length: > 0 } keys
            ? Decision.Reject($"There is no checklist “{IncidentWords.Brief(written, 60)}”. Choose one of {string.Join(", ", keys.Take(12))}.", "list")
        : Decision.Reject($"The organisation's file has no checklist that is not here already. Add it there, under “checklists”.", "list");

    static ChatText.Code Code(Incident incident, string rest) => new($"checklist {incident.Reference} {rest}".TrimEnd());
}
